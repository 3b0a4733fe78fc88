package org.pergola.learning;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.event.Event;
import org.pergola.api.event.Events;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.PersonRef;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityResult;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Attempt;
import org.pergola.learning.api.Enrolment;
import org.pergola.learning.api.Evidence;
import org.pergola.learning.api.Learnable;
import org.pergola.learning.api.LearnableRef;
import org.pergola.persistence.TestDatabase;

/** Learning's services on a real database, with a platform and a course of our own around them. */
final class Fixture implements AutoCloseable, Kinds, Access, Actors, Clock, Events, Audit {

    static final UUID ADMIN = Ids.next();
    static final String TYPE = "test";

    final TestDatabase server;
    final Database db;
    final Map<UUID, Integer> contentVersions = new HashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Audit.Entry> audited = new ArrayList<>();
    final List<Learnable.ActivityRef> activities = new ArrayList<>();
    final Set<String> away = new HashSet<>();
    final Projections learnables;
    final EnrolmentService enrolments;
    final AttemptService attempts;
    final Rejudging rejudging;
    final Progresses progresses;

    Instant now;
    Actor actor;

    Fixture(Path folder) {
        server = TestDatabase.derby(folder).scripts("learning",
                List.of(Fixture.class.getResource("/db/V1__learning.sql")));
        db = server.of(Fixture.class.getClassLoader(), AttemptEntity.class.getName(),
                CompletionEntity.class.getName(), EnrolmentEntity.class.getName(), EvidenceEntity.class.getName(),
                LearnableEntity.class.getName(), ResultEntity.class.getName(), RunEntity.class.getName(),
                SourceEntity.class.getName());
        Rights rights = new Rights(this, this);
        Records records = new Records(this, new Everybody());
        Judging judging = new Judging(this, this, this, records);
        learnables = new Projections(db, this, this);
        enrolments = new EnrolmentService(db, this, this, this, rights, this, records);
        attempts = new AttemptService(db, this, this, rights, this, judging);
        rejudging = new Rejudging(db, this, judging);
        progresses = new Progresses(enrolments, attempts, learnables);
    }

    /** For the next test; rows of others stay, as they do in life. */
    void reset() {
        now = Instant.parse("2026-03-02T09:00:00Z");
        actor = new Actor.Person(ADMIN);
        contentVersions.clear();
        events.clear();
        audited.clear();
        activities.clear();
        away.clear();
    }

    @Override
    public void close() throws Exception {
        server.close();
    }

    UUID course(String title) {
        UUID id = Ids.next();
        learnables.project(new LearnableRef(id, "course", 1, title, "", LearnableRef.State.PUBLISHED, 7));
        return id;
    }

    UUID activity(String title, boolean required) {
        UUID id = Ids.next();
        activities.add(new Learnable.ActivityRef(id, TYPE, title, "One", required));
        contentVersions.put(id, 1);
        return id;
    }

    void as(UUID person) {
        actor = new Actor.Person(person);
    }

    void completes(Attempt attempt, Instant happened) {
        attempts.report(attempt.id(), evidence(happened, Evidence.Completion.COMPLETED));
    }

    static Evidence evidence(Instant happened, Evidence.Completion completion) {
        return new Evidence(Ids.next(), happened, completion, Evidence.Success.UNKNOWN, OptionalDouble.of(0.8),
                OptionalDouble.empty(), Optional.empty());
    }

    // The kinds

    @Override
    public Optional<Learnable> learnable(String kind) {
        return away.contains(kind) ? Optional.empty() : Optional.of(new TestCourses());
    }

    @Override
    public Optional<ActivityType> type(String id) {
        return away.contains(id) ? Optional.empty() : Optional.of(new TestType());
    }

    @Override
    public List<ActivityType> types() {
        return List.of(new TestType());
    }

    @Override
    public String reporter(String type) {
        return type + " 1.2.3";
    }

    /** Everything required, the date of the last of it. */
    private final class TestCourses implements Learnable {
        @Override
        public String kind() {
            return "course";
        }

        @Override
        public Text name() {
            return Text.plain("Course");
        }

        @Override
        public List<ActivityRef> activities(UUID learnableId) {
            return activities;
        }

        @Override
        public Judgement judge(Enrolment enrolment, Map<UUID, ActivityResult> results) {
            List<UUID> required = activities.stream().filter(ActivityRef::required).map(ActivityRef::id).toList();
            long done = required.stream().filter(id -> results.containsKey(id) && results.get(id).done()).count();
            return new Judgement((double) done / required.size(), OptionalDouble.empty(),
                    done < required.size() ? Optional.empty()
                            : required.stream().map(id -> results.get(id).completedAt().orElseThrow())
                                    .max(Instant::compareTo));
        }

        @Override
        public String path(UUID learnableId) {
            return "courses/" + learnableId;
        }

        @Override
        public String playPath(UUID learnableId, UUID activityId) {
            return path(learnableId) + "/play/" + activityId;
        }
    }

    /** Completed by the first evidence that says so. */
    private final class TestType implements ActivityType {
        @Override
        public String id() {
            return TYPE;
        }

        @Override
        public Text name() {
            return Text.plain("Test");
        }

        @Override
        public String icon() {
            return "circle";
        }

        @Override
        public int currentVersion(UUID activityId) {
            return contentVersions.getOrDefault(activityId, 0);
        }

        @Override
        public URI launch(Attempt attempt) {
            return URI.create("http://127.0.0.1/play/" + attempt.activityId() + "/" + attempt.contentVersion());
        }

        @Override
        public ActivityResult judge(List<Evidence> evidence) {
            Optional<Evidence> done = evidence.stream()
                    .filter(one -> one.completion() == Evidence.Completion.COMPLETED).findFirst();
            return new ActivityResult(new UUID(0, 0), TYPE, done.isPresent() ? Evidence.Completion.COMPLETED
                    : Evidence.Completion.INCOMPLETE, Evidence.Success.UNKNOWN, evidence.getLast().score(),
                    done.isPresent() ? 1 : 0, done.map(Evidence::happened));
        }
    }

    // The platform: the administrator may everything, everybody may learn

    @Override
    public boolean may(String permission, Target target) {
        return permission.equals(Rights.SELF) || actor instanceof Actor.Plugin
                || actor.person().filter(ADMIN::equals).isPresent();
    }

    @Override
    public boolean mayAnywhere(String permission) {
        return may(permission, Target.everywhere());
    }

    @Override
    public void require(String permission, Target target) {
        if (!may(permission, target)) {
            throw Refused.forbidden(Text.plain(permission));
        }
    }

    @Override
    public void requireAnywhere(String permission) {
        require(permission, Target.everywhere());
    }

    @Override
    public Condition visible(String permission, Field<UUID> personColumn) {
        return may(permission, Target.everywhere()) ? DSL.noCondition() : DSL.falseCondition();
    }

    @Override
    public Actor current() {
        return actor;
    }

    @Override
    public UUID person() {
        return actor.person().orElseThrow();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    @Override
    public void publish(Event event, Instant occurred) {
        events.add(event);
    }

    @Override
    public void record(Entry entry) {
        audited.add(entry);
    }

    @Override
    public List<Row> list(Query query) {
        return List.of();
    }

    @Override
    public Verification verify() {
        return new Verification(0, Optional.empty(), "");
    }

    private static final class Everybody implements People {
        @Override
        public Map<UUID, PersonRef> refs(Collection<UUID> ids) {
            Map<UUID, PersonRef> refs = new HashMap<>();
            ids.forEach(id -> refs.put(id, new PersonRef(id, "Ann Example", Optional.empty())));
            return refs;
        }

        @Override
        public Optional<Person> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> findByUsername(String username) {
            return Optional.empty();
        }

        @Override
        public Page<Person> list(ListRequest request) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public long count(ListRequest request) {
            return 0;
        }

        @Override
        public Person create(NewPerson person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Person change(UUID id, PersonChange change, Optional<Long> ifVersion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deactivate(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPassword(UUID id, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void changeOwnPassword(String old, String wished) {
            throw new UnsupportedOperationException();
        }
    }
}
