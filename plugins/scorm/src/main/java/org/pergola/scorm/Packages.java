package org.pergola.scorm;

import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;

/** The packages of activities, in their versions. */
@Component(service = Packages.class)
public final class Packages {

    private static final int REMEMBERED = 50;

    private final Database db;
    private final FileSets fileSets;
    private final Clock clock;

    /** Manifests by file set: a file set never changes, so its manifest does not either. */
    private final Map<UUID, Manifest> manifests = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Manifest> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Activate
    public Packages(@Reference Database db, @Reference FileSets fileSets, @Reference Clock clock) {
        this.db = db;
        this.fileSets = fileSets;
        this.clock = clock;
    }

    /** Takes the files as the next version of the activity's content. */
    ScormPackage.Info adopt(UUID activityId, FileSet files) {
        Manifest manifest = ManifestReader.read(files)
                .orElseThrow(() -> Refused.invalid(Text.of("scorm.refused.manifest.missing")));
        return db.write(tx -> {
            int number = newest(tx.em(), activityId).map(found -> found.number() + 1).orElse(1);
            ScormPackage added = new ScormPackage(Ids.next(), activityId, number, files.id(), manifest, clock.now());
            tx.em().persist(added);
            return added.info();
        });
    }

    Optional<ScormPackage.Info> newest(UUID activityId) {
        return db.read(tx -> newest(tx.em(), activityId));
    }

    private static Optional<ScormPackage.Info> newest(EntityManager em, UUID activityId) {
        return em.createQuery("SELECT p FROM ScormPackage p WHERE p.activityId = :activity ORDER BY p.number DESC",
                ScormPackage.class).setParameter("activity", activityId).setMaxResults(1).getResultStream().findFirst()
                .map(ScormPackage::info);
    }

    /** All versions of an activity's content, newest first. */
    public List<ScormPackage.Info> versions(UUID activityId) {
        return db.read(tx -> tx.em()
                .createQuery("SELECT p FROM ScormPackage p WHERE p.activityId = :activity ORDER BY p.number DESC",
                        ScormPackage.class)
                .setParameter("activity", activityId).getResultStream().map(ScormPackage::info).toList());
    }

    /** @throws Refused (conflict) where the activity has no such version */
    ScormPackage.Info version(UUID activityId, int number) {
        return versions(activityId).stream().filter(found -> found.number() == number).findFirst()
                .orElseThrow(() -> Refused.conflict(Text.of("scorm.refused.empty")));
    }

    Manifest manifest(ScormPackage.Info found) {
        Manifest known = manifests.get(found.fileSetId());
        if (known == null) {
            FileSet files = fileSets.find(found.fileSetId())
                    .orElseThrow(() -> Refused.missing(Text.of("scorm.refused.files")));
            known = ManifestReader.read(files)
                    .orElseThrow(() -> Refused.invalid(Text.of("scorm.refused.manifest.missing")));
            manifests.put(found.fileSetId(), known);
        }
        return known;
    }

    public long activities() {
        return db.read(tx -> tx.em().createQuery("SELECT COUNT(DISTINCT p.activityId) FROM ScormPackage p", Long.class)
                .getSingleResult());
    }

    long attempts() {
        return db.read(tx -> tx.em().createQuery("SELECT COUNT(a) FROM ScormAttempt a", Long.class).getSingleResult());
    }
}
