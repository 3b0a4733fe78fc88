package org.pergola.courses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pergola.learning.api.LearnableRef.State;

/**
 * A course as it stands.
 *
 * @param seed    draws its cover
 * @param binned  since when it lies in the bin
 * @param version counts changes
 */
public record Course(UUID id, String title, String summary, String description, State state, long seed,
        Instant created, Instant changed, Optional<Instant> binned, List<Section> sections, long version) {

    /** The kind of learnable that a course is. */
    public static final String KIND = "course";

    public Course {
        sections = List.copyOf(sections);
    }

    public boolean published() {
        return state == State.PUBLISHED && binned.isEmpty();
    }

    /** In order. */
    public List<Activity> activities() {
        return sections.stream().flatMap(section -> section.activities().stream()).toList();
    }

    public Optional<Activity> activity(UUID activityId) {
        return activities().stream().filter(activity -> activity.id().equals(activityId)).findFirst();
    }

    public Optional<Section> sectionOf(UUID activityId) {
        return sections.stream()
                .filter(section -> section.activities().stream().anyMatch(one -> one.id().equals(activityId)))
                .findFirst();
    }

    /** A heading with activities below it, in order. */
    public record Section(UUID id, String title, List<Activity> activities) {
        public Section {
            activities = List.copyOf(activities);
        }
    }

    /**
     * @param type     the id of the activity type, which may be away
     * @param required whether completion asks for it
     */
    public record Activity(UUID id, UUID sectionId, String type, String title, boolean required) {
    }

    /** A course as it stands in a list. */
    public record Row(UUID id, String title, String summary, State state, long seed, int activities, Instant changed,
            boolean binned, long version) {
    }
}
