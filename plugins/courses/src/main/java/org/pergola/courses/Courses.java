package org.pergola.courses;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.access.Access;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actors;
import org.pergola.api.audit.Audit;
import org.pergola.api.data.Database;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.Enrolments;
import org.pergola.learning.api.LearnableRef.State;
import org.pergola.learning.api.Learnables;

/** Courses from being made to lying in the bin. What is in them is {@link Outline}'s. */
@Component(service = Courses.class)
public final class Courses {

    public static final String SEE = "courses.course.see";
    public static final String MANAGE = "courses.course.manage";
    static final String CATALOGUE = "learning.catalogue.see";

    private final Database db;
    private final Clock clock;
    private final Access access;
    private final Actors actors;
    private final Audit audit;
    private final Learnables learnables;
    private final Enrolments enrolments;

    @Activate
    public Courses(@Reference Database db, @Reference Clock clock, @Reference Access access, @Reference Actors actors,
            @Reference Audit audit, @Reference Learnables learnables, @Reference Enrolments enrolments) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
        this.learnables = learnables;
        this.enrolments = enrolments;
    }

    /**
     * What a list of courses is asked for.
     *
     * @param words  that its title has; empty for all
     * @param binned those in the bin instead of the others
     * @param after  the last id of the page before
     */
    public record Query(String words, Optional<State> state, boolean binned, Optional<UUID> after) {
        public static Query all(String words) {
            return new Query(words, Optional.empty(), false, Optional.empty());
        }
    }

    /** What is to change; empty means as it is. */
    public record Change(Optional<String> title, Optional<String> summary, Optional<String> description,
            Optional<State> state) {
    }

    /** By title, at most so many. */
    public List<Course.Row> list(Query query, int limit) {
        access.requireAnywhere(SEE);
        return db.read(tx -> CourseRows.list(tx.sql(), query, limit));
    }

    public long count(Query query) {
        access.requireAnywhere(SEE);
        return db.read(tx -> CourseRows.count(tx.sql(), query));
    }

    /** One that the actor administers, could find in the catalogue, or is enrolled in. */
    public Optional<Course> find(UUID id) {
        return db.read(tx -> CourseStore.find(tx.em(), id)).filter(this::visible);
    }

    private boolean visible(Course course) {
        return access.mayAnywhere(SEE) || course.published() && access.mayAnywhere(CATALOGUE)
                || actors.current().person().flatMap(me -> enrolments.current(course.id(), me)).isPresent();
    }

    /** @param state draft where it is to be filled first, published where one may enrol at once */
    public Course create(String title, State state) {
        access.require(MANAGE, Target.everywhere());
        return db.write(tx -> create(tx.em(), title, state));
    }

    /** Within the write under way, for imports. */
    Course create(EntityManager em, String title, State state) {
        CourseEntity course = new CourseEntity(Ids.next(), title, state, clock.now());
        em.persist(course);
        em.flush();
        learnables.project(course.ref());
        audit.record(entry("courses.course.create", course));
        return CourseStore.read(em, course);
    }

    public Course change(UUID id, Change change, Optional<Long> ifVersion) {
        return changing(id, ifVersion, "courses.course.change", (em, course) -> {
            change.title().ifPresent(course::title);
            change.summary().ifPresent(course::summary);
            change.description().ifPresent(course::description);
            change.state().ifPresent(course::state);
        });
    }

    /** Into the bin: out of the catalogue, nobody loses what they have done. */
    public void bin(UUID id, Optional<Long> ifVersion) {
        changing(id, ifVersion, "courses.course.bin", (em, course) -> course.bin(clock.now()));
    }

    public void restore(UUID id) {
        changing(id, Optional.empty(), "courses.course.restore", (em, course) -> course.restore());
    }

    /**
     * A change of the course or of what is in it: locked, counted, projected, recorded.
     *
     * @param action the action of the audit
     */
    Course changing(UUID id, Optional<Long> ifVersion, String action, BiConsumer<EntityManager, CourseEntity> work) {
        access.require(MANAGE, Target.everywhere());
        return db.write(tx -> {
            EntityManager em = tx.em();
            CourseEntity course = CourseStore.lock(em, id, ifVersion);
            String title = course.title();
            State state = course.state();
            work.accept(em, course);
            course.changed(clock.now());
            em.flush();
            learnables.project(course.ref());
            Map<String, Audit.Change> changes = new TreeMap<>();
            if (!title.equals(course.title())) {
                changes.put("title", new Audit.Change(Optional.of(title), Optional.of(course.title())));
            }
            if (state != course.state()) {
                changes.put("state", new Audit.Change(Optional.of(state.name()), Optional.of(course.state().name())));
            }
            audit.record(entry(action, course).with(changes));
            return CourseStore.read(em, course);
        });
    }

    private static Audit.Entry entry(String action, CourseEntity course) {
        return Audit.Entry.of(action, new Audit.Subject(Course.KIND, course.id(), course.title()));
    }

    static Refused missing() {
        return Refused.missing(Text.of("courses.course.missing"));
    }
}
