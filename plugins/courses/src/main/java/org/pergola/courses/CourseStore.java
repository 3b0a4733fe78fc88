package org.pergola.courses;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.error.Refused;
import org.pergola.api.rest.IfMatch;
import org.pergola.api.text.Text;

/** How a course is put together from its rows. Within the caller's work in the database. */
final class CourseStore {

    private CourseStore() {
    }

    static Optional<Course> find(EntityManager em, UUID id) {
        return Optional.ofNullable(em.find(CourseEntity.class, id)).map(course -> read(em, course));
    }

    static Course read(EntityManager em, CourseEntity course) {
        List<ActivityEntity> activities = activities(em, course.id());
        return course.toRecord(sections(em, course.id()).stream().map(section -> section.toRecord(activities)).toList());
    }

    /** For a change: others wait. @throws Refused (moved on) where another version is there than expected */
    static CourseEntity lock(EntityManager em, UUID id, Optional<Long> ifVersion) {
        CourseEntity course = em.find(CourseEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (course == null) {
            throw missing();
        }
        if (ifVersion.isPresent() && ifVersion.get() != course.version()) {
            throw IfMatch.movedOn();
        }
        return course;
    }

    static List<SectionEntity> sections(EntityManager em, UUID courseId) {
        return em.createQuery("select s from SectionEntity s where s.courseId = :course order by s.place, s.id",
                SectionEntity.class).setParameter("course", courseId).getResultList();
    }

    /** Those that are not removed, in the order of their places within sections. */
    static List<ActivityEntity> activities(EntityManager em, UUID courseId) {
        return em.createQuery("select a from ActivityEntity a where a.courseId = :course and a.removed is null "
                + "order by a.place, a.id", ActivityEntity.class).setParameter("course", courseId).getResultList();
    }

    static SectionEntity section(EntityManager em, UUID courseId, UUID sectionId) {
        return sections(em, courseId).stream().filter(one -> one.id().equals(sectionId)).findFirst()
                .orElseThrow(() -> Refused.missing(Text.of("courses.section.missing")));
    }

    static ActivityEntity activity(EntityManager em, UUID courseId, UUID activityId) {
        return activities(em, courseId).stream().filter(one -> one.id().equals(activityId)).findFirst()
                .orElseThrow(() -> Refused.missing(Text.of("courses.activity.missing")));
    }

    static Refused missing() {
        return Refused.missing(Text.of("courses.course.missing"));
    }
}
