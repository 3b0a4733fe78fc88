package org.pergola.scorm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A package as the content of an activity, in one of its versions. Never changed. */
@Entity
@Table(name = "scorm_package")
public class ScormPackage {

    @Id
    private UUID id;
    @Column(name = "activity_id")
    private UUID activityId;
    private int number;
    @Column(name = "file_set_id")
    private UUID fileSetId;
    @Enumerated(EnumType.STRING)
    private Edition edition;
    private String title;
    private int parts;
    private Instant created;
    @Version
    private long version;

    protected ScormPackage() {
    }

    ScormPackage(UUID id, UUID activityId, int number, UUID fileSetId, Manifest manifest, Instant created) {
        this.id = id;
        this.activityId = activityId;
        this.number = number;
        this.fileSetId = fileSetId;
        this.edition = manifest.edition();
        this.title = manifest.title().length() > 500 ? manifest.title().substring(0, 500) : manifest.title();
        this.parts = manifest.playable().size();
        this.created = created;
    }

    Info info() {
        return new Info(id, activityId, number, fileSetId, edition, title, parts, created);
    }

    /**
     * @param number the version of the activity's content, from 1
     * @param parts  how many of its lines can be opened
     */
    public record Info(UUID id, UUID activityId, int number, UUID fileSetId, Edition edition, String title, int parts,
            Instant created) {
    }
}
