package org.pergola.learning;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.event.Events;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Enrolment.Status;
import org.pergola.learning.api.EnrolmentCreated;
import org.pergola.learning.api.Enrolments;

/** Enrols, withdraws, and tells who is in what. */
@Component
public final class EnrolmentService implements Enrolments {

    private final Database db;
    private final Clock clock;
    private final Actors actors;
    private final Access access;
    private final Rights rights;
    private final Events events;
    private final Records records;

    @Activate
    public EnrolmentService(@Reference Database db, @Reference Clock clock, @Reference Actors actors,
            @Reference Access access, @Reference Rights rights, @Reference Events events,
            @Reference Records records) {
        this.db = db;
        this.clock = clock;
        this.actors = actors;
        this.access = access;
        this.rights = rights;
        this.events = events;
        this.records = records;
    }

    @Override
    public Enrolment enrol(UUID learnableId, UUID userId, Source source) {
        if (source == Source.SELF) {
            rights.requireLearner(userId);
        } else {
            rights.requireManage(userId);
        }
        records.requirePerson(userId);
        return db.write(tx -> enrol(tx.em(), learnableId, userId, source));
    }

    private Enrolment enrol(EntityManager em, UUID learnableId, UUID userId, Source source) {
        LearnableEntity learnable = em.find(LearnableEntity.class, learnableId);
        if (learnable == null) {
            throw Refused.missing(Text.of("learning.learnable.missing"));
        }
        if (!learnable.published()) {
            throw Refused.conflict(Text.of("learning.learnable.closed", learnable.title()));
        }
        RunEntity run = lockDefaultRun(em, learnableId);
        Optional<EnrolmentEntity> latest = latest(em, run.id(), userId);
        Instant now = clock.now();
        if (latest.filter(EnrolmentEntity::live).isPresent()) {
            return joined(em, latest.get(), learnable, source, now);
        }
        EnrolmentEntity fresh = new EnrolmentEntity(Ids.next(), userId, learnable, run.id(),
                latest.map(EnrolmentEntity::cycle).orElse(0) + 1, now);
        em.persist(fresh);
        em.persist(new SourceEntity(Ids.next(), fresh.id(), source, now));
        em.flush();
        Enrolment enrolment = fresh.toRecord();
        records.enrolled(enrolment, learnable.title());
        events.publish(new EnrolmentCreated(enrolment.id(), userId, learnableId, enrolment.cycle()));
        return enrolment;
    }

    /** One that has not ended gains the source, and wakes where it was suspended. */
    private Enrolment joined(EntityManager em, EnrolmentEntity enrolment, LearnableEntity learnable, Source source,
            Instant now) {
        if (openSources(em, enrolment.id()).stream().noneMatch(open -> open.source() == source)) {
            em.persist(new SourceEntity(Ids.next(), enrolment.id(), source, now));
        }
        if (enrolment.status() == Status.SUSPENDED) {
            enrolment.resume();
            em.flush();
            records.changed(Status.SUSPENDED, enrolment.toRecord(), learnable.title(), Optional.empty());
        }
        return enrolment.toRecord();
    }

    @Override
    public Enrolment withdraw(UUID enrolmentId, Optional<String> reason) {
        return change(enrolmentId, Status.WITHDRAWN, reason, Optional.empty());
    }

    @Override
    public Enrolment change(UUID enrolmentId, Status status, Optional<String> reason, Optional<Long> ifVersion) {
        return db.write(tx -> {
            EntityManager em = tx.em();
            EnrolmentEntity enrolment = em.find(EnrolmentEntity.class, enrolmentId, LockModeType.PESSIMISTIC_WRITE);
            if (enrolment == null || !rights.maySee(enrolment.userId())) {
                throw missing();
            }
            rights.requireManage(enrolment.userId());
            if (ifVersion.isPresent() && ifVersion.get() != enrolment.version()) {
                throw IfMatch.movedOn();
            }
            Status before = enrolment.status();
            if (before == status) {
                return enrolment.toRecord();
            }
            switch (status) {
                case ACTIVE -> enrolment.resume();
                case SUSPENDED -> enrolment.suspend();
                case WITHDRAWN -> {
                    enrolment.withdraw();
                    openSources(em, enrolmentId).forEach(source -> source.end(clock.now()));
                }
                case COMPLETED -> throw Refused.invalid("status", Text.of("learning.enrolment.completed_by_evidence"));
            }
            em.flush();
            LearnableEntity learnable = em.find(LearnableEntity.class, enrolment.learnableId());
            records.changed(before, enrolment.toRecord(), learnable.title(), reason);
            return enrolment.toRecord();
        });
    }

    @Override
    public Optional<Enrolment> find(UUID enrolmentId) {
        return db.read(tx -> EnrolmentRows.find(tx.sql(), enrolmentId))
                .filter(enrolment -> rights.maySee(enrolment.userId()));
    }

    @Override
    public Optional<Enrolment> current(UUID learnableId, UUID userId) {
        return rights.maySee(userId) ? db.read(tx -> EnrolmentRows.current(tx.sql(), learnableId, userId))
                : Optional.empty();
    }

    @Override
    public List<Enrolment> mine(int limit) {
        UUID me = actors.person();
        return db.read(tx -> EnrolmentRows.latestOf(tx.sql(), me, limit));
    }

    @Override
    public List<Enrolment> historyOf(UUID userId, int limit) {
        return rights.maySee(userId) ? db.read(tx -> EnrolmentRows.historyOf(tx.sql(), userId, limit)) : List.of();
    }

    @Override
    public List<Enrolment> of(UUID learnableId, Optional<UUID> after, int limit) {
        access.requireAnywhere(Rights.SEE);
        return db.read(tx -> EnrolmentRows.of(tx.sql(), learnableId, after, limit,
                access.visible(Rights.SEE, EnrolmentRows.USER_ID)));
    }

    @Override
    public long countOf(UUID learnableId) {
        return countsOf(List.of(learnableId)).getOrDefault(learnableId, 0L);
    }

    @Override
    public Map<UUID, Long> countsOf(Collection<UUID> learnableIds) {
        return db.read(tx -> EnrolmentRows.counts(tx.sql(), learnableIds));
    }

    @Override
    public Map<UUID, ActivityResult> results(UUID enrolmentId) {
        return find(enrolmentId).isEmpty() ? Map.of() : db.read(tx -> Judging.results(tx.em(), enrolmentId));
    }

    static Refused missing() {
        return Refused.missing(Text.of("learning.enrolment.missing"));
    }

    /** Two that enrol the same person at once wait for each other here. */
    private static RunEntity lockDefaultRun(EntityManager em, UUID learnableId) {
        RunEntity run = em.createQuery("select r from RunEntity r where r.defaultOf = :learnable", RunEntity.class)
                .setParameter("learnable", learnableId).getSingleResult();
        em.lock(run, LockModeType.PESSIMISTIC_WRITE);
        return run;
    }

    private static Optional<EnrolmentEntity> latest(EntityManager em, UUID runId, UUID userId) {
        return em.createQuery("select e from EnrolmentEntity e where e.runId = :run and e.userId = :user "
                + "order by e.cycle desc", EnrolmentEntity.class).setParameter("run", runId)
                .setParameter("user", userId).setMaxResults(1).getResultStream().findFirst();
    }

    private static List<SourceEntity> openSources(EntityManager em, UUID enrolmentId) {
        return em.createQuery("select s from SourceEntity s where s.enrolmentId = :enrolment and s.validTo is null",
                SourceEntity.class).setParameter("enrolment", enrolmentId).getResultList();
    }
}
