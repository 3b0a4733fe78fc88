package org.pergola.learning.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.text.Text;

/**
 * A kind of thing that can be assigned and completed: a course, later a path or a certification. A whiteboard
 * service; who owns the content also owns the criteria and judges by them.
 *
 * @since 1.0
 */
@ConsumerType
public interface Learnable {

    /** Such as {@code course}; unique, and the kind of every {@link LearnableRef} of it. */
    String kind();

    Text name();

    /** The activities of one of them, in order; those that do not count are in it too. */
    List<ActivityRef> activities(UUID learnableId);

    /**
     * Whether the criteria are met. Pure: it looks only at what it is given and at its own content. The date is that
     * of the last required evidence, never that of the judging.
     *
     * @param results by activity; an activity that nobody has begun is not in it
     */
    Judgement judge(Enrolment enrolment, Map<UUID, ActivityResult> results);

    /** The page of one of them in the portal, as a path: {@code courses/0190...}. */
    String path(UUID learnableId);

    /** The page that plays an activity, as a path. */
    String playPath(UUID learnableId, UUID activityId);

    /**
     * @param type     the {@link ActivityType#id}
     * @param section  the title of the section that it stands in
     * @param required whether completion asks for it
     */
    record ActivityRef(UUID id, String type, String title, String section, boolean required) {
    }

    /**
     * @param progress    0 to 1
     * @param score       0 to 1
     * @param completedAt when the last required evidence happened; empty while something is missing
     */
    record Judgement(double progress, OptionalDouble score, Optional<Instant> completedAt) {
    }
}
