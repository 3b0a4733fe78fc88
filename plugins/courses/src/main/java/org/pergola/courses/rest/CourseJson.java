package org.pergola.courses.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pergola.api.rest.Versioned;
import org.pergola.courses.Course;

/** A course as REST shows it. @param state draft, published or retired */
public record CourseJson(UUID id, String title, String summary, String description, String state, Instant created,
        Instant changed, Optional<Instant> binned, List<SectionJson> sections, long version) implements Versioned {

    /** A section with its activities in order. */
    public record SectionJson(UUID id, String title, List<ActivityJson> activities) {
    }

    /** @param required whether completion asks for it */
    public record ActivityJson(UUID id, UUID sectionId, String type, String title, boolean required) {
        static ActivityJson of(Course.Activity activity) {
            return new ActivityJson(activity.id(), activity.sectionId(), activity.type(), activity.title(),
                    activity.required());
        }
    }

    /** A course as it stands in a list. @param learners how many people are in it */
    public record RowJson(UUID id, String title, String summary, String state, int activities, long learners,
            Instant changed, long version) {
        static RowJson of(Course.Row row, long learners) {
            return new RowJson(row.id(), row.title(), row.summary(), row.state().name().toLowerCase(Locale.ROOT),
                    row.activities(), learners, row.changed(), row.version());
        }
    }

    static CourseJson of(Course course) {
        return new CourseJson(course.id(), course.title(), course.summary(), course.description(),
                course.state().name().toLowerCase(Locale.ROOT), course.created(), course.changed(), course.binned(),
                course.sections().stream().map(section -> new SectionJson(section.id(), section.title(),
                        section.activities().stream().map(ActivityJson::of).toList())).toList(),
                course.version());
    }
}
