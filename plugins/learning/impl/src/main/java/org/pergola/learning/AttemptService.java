package org.pergola.learning;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Attempts;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.Learnable.ActivityRef;

/** Opens attempts, pinned to the content as it is then, and takes the evidence that comes of them. */
@Component
public final class AttemptService implements Attempts {

    private final Database db;
    private final Clock clock;
    private final Actors actors;
    private final Rights rights;
    private final Kinds kinds;
    private final Judging judging;

    @Activate
    public AttemptService(@Reference Database db, @Reference Clock clock, @Reference Actors actors,
            @Reference Rights rights, @Reference Kinds kinds, @Reference Judging judging) {
        this.db = db;
        this.clock = clock;
        this.actors = actors;
        this.rights = rights;
        this.kinds = kinds;
        this.judging = judging;
    }

    @Override
    public Attempt begin(UUID enrolmentId, UUID activityId) {
        return db.write(tx -> {
            EntityManager em = tx.em();
            EnrolmentEntity enrolment = lock(em, enrolmentId);
            rights.requireLearner(enrolment.userId());
            if (!enrolment.open()) {
                throw Refused.conflict(Text.of("learning.enrolment.closed"));
            }
            ActivityRef activity = activity(enrolment, activityId);
            enrolment.seen(activityId, clock.now());
            return open(em, enrolmentId, activityId).orElseGet(() -> fresh(em, enrolment, activity)).toRecord();
        });
    }

    private AttemptEntity fresh(EntityManager em, EnrolmentEntity enrolment, ActivityRef activity) {
        ActivityType type = kinds.type(activity.type())
                .orElseThrow(() -> Refused.conflict(Text.of("learning.activity.away", activity.title())));
        int contentVersion = type.currentVersion(activity.id());
        if (contentVersion == 0) {
            throw Refused.conflict(Text.of("learning.activity.empty", activity.title()));
        }
        AttemptEntity attempt = new AttemptEntity(Ids.next(), enrolment, activity.id(), activity.type(),
                count(em, enrolment.id(), activity.id()) + 1, contentVersion, clock.now());
        em.persist(attempt);
        return attempt;
    }

    private ActivityRef activity(EnrolmentEntity enrolment, UUID activityId) {
        Learnable learnable = kinds.learnable(enrolment.kind())
                .orElseThrow(() -> Refused.conflict(Text.of("learning.kind.away")));
        return learnable.activities(enrolment.learnableId()).stream().filter(one -> one.id().equals(activityId))
                .findFirst().orElseThrow(() -> Refused.conflict(Text.of("learning.activity.unknown")));
    }

    @Override
    public Optional<Attempt> find(UUID attemptId) {
        return db.read(tx -> Optional.ofNullable(tx.em().find(AttemptEntity.class, attemptId))
                .map(AttemptEntity::toRecord)).filter(attempt -> rights.maySee(attempt.userId()));
    }

    @Override
    public void report(UUID attemptId, Evidence evidence) {
        db.run(tx -> {
            EntityManager em = tx.em();
            AttemptEntity attempt = mine(em, attemptId);
            EnrolmentEntity enrolment = lock(em, attempt.enrolmentId());
            if (em.find(EvidenceEntity.class, evidence.id()) != null) {
                return;
            }
            em.persist(new EvidenceEntity(attempt, evidenceCount(em, attempt) + 1, evidence, clock.now(),
                    actors.current(), kinds.reporter(attempt.type())));
            if (rights.self(enrolment.userId())) {
                enrolment.seen(attempt.activityId(), clock.now());
            }
            em.flush();
            judging.judge(em, enrolment, attempt.activityId(), attempt.type());
        });
    }

    @Override
    public void end(UUID attemptId) {
        db.run(tx -> mine(tx.em(), attemptId).end(clock.now()));
    }

    private AttemptEntity mine(EntityManager em, UUID attemptId) {
        AttemptEntity attempt = em.find(AttemptEntity.class, attemptId);
        if (attempt == null || !rights.maySee(attempt.userId())) {
            throw Refused.missing(Text.of("learning.attempt.missing"));
        }
        rights.requireLearner(attempt.userId());
        return attempt;
    }

    /** Evidence of one enrolment is taken one after the other. */
    private EnrolmentEntity lock(EntityManager em, UUID enrolmentId) {
        EnrolmentEntity enrolment = em.find(EnrolmentEntity.class, enrolmentId, LockModeType.PESSIMISTIC_WRITE);
        if (enrolment == null || !rights.maySee(enrolment.userId())) {
            throw EnrolmentService.missing();
        }
        return enrolment;
    }

    private static Optional<AttemptEntity> open(EntityManager em, UUID enrolmentId, UUID activityId) {
        return em.createQuery("select a from AttemptEntity a where a.openKey = :key", AttemptEntity.class)
                .setParameter("key", enrolmentId + ":" + activityId).getResultStream().findFirst();
    }

    private static int count(EntityManager em, UUID enrolmentId, UUID activityId) {
        return em.createQuery("select count(a) from AttemptEntity a where a.enrolmentId = :enrolment "
                + "and a.activityId = :activity", Long.class).setParameter("enrolment", enrolmentId)
                .setParameter("activity", activityId).getSingleResult().intValue();
    }

    private static int evidenceCount(EntityManager em, AttemptEntity attempt) {
        return em.createQuery("select count(e) from EvidenceEntity e where e.enrolmentId = :enrolment "
                + "and e.activityId = :activity", Long.class).setParameter("enrolment", attempt.enrolmentId())
                .setParameter("activity", attempt.activityId()).getSingleResult().intValue();
    }
}
