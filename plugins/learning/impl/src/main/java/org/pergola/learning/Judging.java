package org.pergola.learning;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Ids;
import org.pergola.api.event.Events;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.EnrolmentCompleted;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.Learnable.Judgement;

/**
 * From evidence to results, and from results to completion, always within the write of the caller. Where the activity
 * type or the kind of learnable is away, what is stored stands, and {@code judge_due} remembers to ask again.
 */
@Component(service = Judging.class)
public final class Judging {

    private final Clock clock;
    private final Kinds kinds;
    private final Events events;
    private final Records records;

    @Activate
    public Judging(@Reference Clock clock, @Reference Kinds kinds, @Reference Events events,
            @Reference Records records) {
        this.clock = clock;
        this.kinds = kinds;
        this.events = events;
        this.records = records;
    }

    /** After new evidence for one activity. The enrolment is locked by the caller. */
    void judge(EntityManager em, EnrolmentEntity enrolment, UUID activityId, String typeId) {
        Optional<ActivityType> type = kinds.type(typeId);
        if (type.isEmpty()) {
            enrolment.judgeLater();
            return;
        }
        ActivityResult result = type.get().judge(evidence(em, enrolment.id(), activityId));
        resultOf(em, enrolment.id(), activityId, typeId).judged(result, clock.now());
        em.flush();
        judgeEnrolment(em, enrolment);
    }

    /** Everything of an enrolment again, from its evidence. */
    void judgeAgain(EntityManager em, EnrolmentEntity enrolment) {
        List<Object[]> activities = em.createQuery("select distinct a.activityId, a.type from AttemptEntity a, "
                + "EvidenceEntity e where e.attemptId = a.id and a.enrolmentId = :enrolment", Object[].class)
                .setParameter("enrolment", enrolment.id()).getResultList();
        for (Object[] activity : activities) {
            Optional<ActivityType> type = kinds.type((String) activity[1]);
            if (type.isEmpty()) {
                enrolment.judgeLater();
                return;
            }
            UUID activityId = (UUID) activity[0];
            resultOf(em, enrolment.id(), activityId, (String) activity[1])
                    .judged(type.get().judge(evidence(em, enrolment.id(), activityId)), clock.now());
        }
        em.flush();
        judgeEnrolment(em, enrolment);
    }

    private void judgeEnrolment(EntityManager em, EnrolmentEntity enrolment) {
        Optional<Learnable> learnable = kinds.learnable(enrolment.kind());
        if (learnable.isEmpty()) {
            enrolment.judgeLater();
            return;
        }
        Judgement judgement = learnable.get().judge(enrolment.toRecord(), results(em, enrolment.id()));
        Instant now = clock.now();
        if (enrolment.judged(judgement, now)) {
            completed(em, enrolment.toRecord(), judgement.completedAt().orElseThrow(), now);
        }
    }

    private void completed(EntityManager em, Enrolment enrolment, Instant completed, Instant now) {
        LearnableEntity learnable = em.find(LearnableEntity.class, enrolment.learnableId());
        em.persist(new CompletionEntity(enrolment, learnable.toRecord().version(), completed, now));
        records.completed(enrolment, learnable.title(), completed);
        events.publish(new EnrolmentCompleted(enrolment.id(), enrolment.userId(), enrolment.learnableId(),
                enrolment.cycle(), completed), completed);
    }

    static Map<UUID, ActivityResult> results(EntityManager em, UUID enrolmentId) {
        Map<UUID, ActivityResult> results = new HashMap<>();
        em.createQuery("select r from ResultEntity r where r.enrolmentId = :enrolment", ResultEntity.class)
                .setParameter("enrolment", enrolmentId).getResultList()
                .forEach(row -> results.put(row.toRecord().activityId(), row.toRecord()));
        return results;
    }

    private static List<Evidence> evidence(EntityManager em, UUID enrolmentId, UUID activityId) {
        return em.createQuery("select e from EvidenceEntity e where e.enrolmentId = :enrolment "
                + "and e.activityId = :activity order by e.seq", EvidenceEntity.class)
                .setParameter("enrolment", enrolmentId).setParameter("activity", activityId).getResultStream()
                .map(EvidenceEntity::toRecord).toList();
    }

    private static ResultEntity resultOf(EntityManager em, UUID enrolmentId, UUID activityId, String type) {
        return em.createQuery("select r from ResultEntity r where r.enrolmentId = :enrolment "
                + "and r.activityId = :activity", ResultEntity.class).setParameter("enrolment", enrolmentId)
                .setParameter("activity", activityId).getResultStream().findFirst().orElseGet(() -> {
                    ResultEntity fresh = new ResultEntity(Ids.next(), enrolmentId, activityId, type);
                    em.persist(fresh);
                    return fresh;
                });
    }
}
