package org.pergola.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pergola.learning.api.Attempt;

/**
 * One try at an activity, for ever on the version of the content that it started on. {@code openKey} holds while it is
 * open and is unique: one open attempt for each activity and cycle.
 */
@Entity
@Table(name = "learning_attempt")
class AttemptEntity {

    @Id
    private UUID id;
    @Column(name = "enrolment_id")
    private UUID enrolmentId;
    @Column(name = "user_id")
    private UUID userId;
    @Column(name = "learnable_id")
    private UUID learnableId;
    @Column(name = "activity_id")
    private UUID activityId;
    @Column(name = "activity_type")
    private String type;
    @Column(name = "attempt_number")
    private int number;
    @Column(name = "content_version")
    private int contentVersion;
    private Instant started;
    private Instant ended;
    @Column(name = "open_key")
    private String openKey;
    @Version
    @Column(name = "row_version")
    private long version;

    protected AttemptEntity() {
    }

    AttemptEntity(UUID id, EnrolmentEntity enrolment, UUID activityId, String type, int number, int contentVersion,
            Instant started) {
        this.id = id;
        this.enrolmentId = enrolment.id();
        this.userId = enrolment.userId();
        this.learnableId = enrolment.learnableId();
        this.activityId = activityId;
        this.type = type;
        this.number = number;
        this.contentVersion = contentVersion;
        this.started = started;
        this.openKey = enrolmentId + ":" + activityId;
    }

    void end(Instant now) {
        if (ended == null) {
            ended = now;
            openKey = null;
        }
    }

    UUID id() {
        return id;
    }

    UUID enrolmentId() {
        return enrolmentId;
    }

    UUID userId() {
        return userId;
    }

    UUID activityId() {
        return activityId;
    }

    String type() {
        return type;
    }

    Attempt toRecord() {
        return new Attempt(id, enrolmentId, userId, learnableId, activityId, type, number, contentVersion, started,
                Optional.ofNullable(ended));
    }
}
