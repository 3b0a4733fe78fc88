package org.pergola.courses;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.data.Ids;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Learnables;

/** The sections of a course and the activities in them, in order. */
@Component(service = Outline.class)
public final class Outline {

    private final Courses courses;
    private final Learnables learnables;
    private final Texts texts;
    private final Clock clock;

    @Activate
    public Outline(@Reference Courses courses, @Reference Learnables learnables, @Reference Texts texts,
            @Reference Clock clock) {
        this.courses = courses;
        this.learnables = learnables;
        this.texts = texts;
        this.clock = clock;
    }

    /** At the end. */
    public Course addSection(UUID courseId, String title) {
        return change(courseId, (em, course) -> em.persist(new SectionEntity(Ids.next(), courseId, title,
                CourseStore.sections(em, courseId).size())));
    }

    public Course renameSection(UUID courseId, UUID sectionId, String title) {
        return change(courseId, (em, course) -> CourseStore.section(em, courseId, sectionId).title(title));
    }

    /** @throws Refused (conflict) while activities stand in it */
    public Course removeSection(UUID courseId, UUID sectionId) {
        return change(courseId, (em, course) -> {
            SectionEntity section = CourseStore.section(em, courseId, sectionId);
            if (CourseStore.activities(em, courseId).stream().anyMatch(one -> one.sectionId().equals(sectionId))) {
                throw Refused.conflict(Text.of("courses.section.in_use", section.title()));
            }
            em.remove(section);
        });
    }

    /** @param by -1 for one place up, 1 for one down */
    public Course moveSection(UUID courseId, UUID sectionId, int by) {
        return change(courseId, (em, course) -> {
            List<SectionEntity> order = new ArrayList<>(CourseStore.sections(em, courseId));
            move(order, CourseStore.section(em, courseId, sectionId), by);
            for (int i = 0; i < order.size(); i++) {
                order.get(i).place(i);
            }
        });
    }

    /**
     * One that is written by hand, at the end of the section.
     *
     * @param sectionId empty for the last section; where there is none yet, one is made
     * @throws Refused (invalid) where the type is away or lives of packages only
     */
    public Course.Activity addAuthored(UUID courseId, Optional<UUID> sectionId, String type, String title) {
        if (learnables.type(type).filter(ActivityType::authored).isEmpty()) {
            throw Refused.invalid("type", Text.of("courses.activity.type_unknown", type));
        }
        UUID activityId = Ids.next();
        return change(courseId, (em, course) -> add(em, courseId, sectionId, activityId, type, title))
                .activity(activityId).orElseThrow();
    }

    /** Within a change under way. */
    void add(EntityManager em, UUID courseId, Optional<UUID> sectionId, UUID activityId, String type, String title) {
        UUID section = sectionId.map(wished -> CourseStore.section(em, courseId, wished).id())
                .orElseGet(() -> lastSection(em, courseId));
        em.persist(new ActivityEntity(activityId, courseId, section, type, title,
                CourseStore.activities(em, courseId).size()));
    }

    private UUID lastSection(EntityManager em, UUID courseId) {
        List<SectionEntity> sections = CourseStore.sections(em, courseId);
        if (!sections.isEmpty()) {
            return sections.getLast().id();
        }
        SectionEntity first = new SectionEntity(Ids.next(), courseId,
                texts.words(Text.of("courses.section.first")), 0);
        em.persist(first);
        return first.id();
    }

    public Course changeActivity(UUID courseId, UUID activityId, Optional<String> title, Optional<Boolean> required) {
        return change(courseId, (em, course) -> {
            ActivityEntity activity = CourseStore.activity(em, courseId, activityId);
            title.ifPresent(activity::title);
            required.ifPresent(activity::required);
        });
    }

    /** It drops out of the course and its criteria; what was done in it is kept. */
    public Course removeActivity(UUID courseId, UUID activityId) {
        return change(courseId,
                (em, course) -> CourseStore.activity(em, courseId, activityId).remove(clock.now()));
    }

    /** One place up (-1) or down (1), over the edge of its section into the next one. */
    public Course moveActivity(UUID courseId, UUID activityId, int by) {
        return change(courseId, (em, course) -> {
            List<SectionEntity> sections = CourseStore.sections(em, courseId);
            List<ActivityEntity> activities = CourseStore.activities(em, courseId);
            ActivityEntity moved = CourseStore.activity(em, courseId, activityId);
            List<ActivityEntity> inSection = new ArrayList<>(activities.stream()
                    .filter(one -> one.sectionId().equals(moved.sectionId())).toList());
            int wished = inSection.indexOf(moved) + by;
            if (wished >= 0 && wished < inSection.size()) {
                move(inSection, moved, by);
                number(moved.sectionId(), inSection);
                return;
            }
            int next = indexOf(sections, moved.sectionId()) + by;
            if (next >= 0 && next < sections.size()) {
                UUID target = sections.get(next).id();
                List<ActivityEntity> there = new ArrayList<>(activities.stream()
                        .filter(one -> one.sectionId().equals(target)).toList());
                there.add(by > 0 ? 0 : there.size(), moved);
                number(target, there);
            }
        });
    }

    private Course change(UUID courseId, BiConsumer<EntityManager, CourseEntity> work) {
        return courses.changing(courseId, Optional.empty(), "courses.outline.change", work);
    }

    private static <T> void move(List<T> order, T one, int by) {
        int from = order.indexOf(one);
        int to = Math.clamp((long) from + by, 0, order.size() - 1);
        order.remove(from);
        order.add(to, one);
    }

    private static void number(UUID sectionId, List<ActivityEntity> order) {
        for (int i = 0; i < order.size(); i++) {
            order.get(i).place(sectionId, i);
        }
    }

    private static int indexOf(List<SectionEntity> sections, UUID id) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
