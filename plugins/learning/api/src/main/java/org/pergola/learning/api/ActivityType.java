package org.pergola.learning.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.file.FileSet;
import org.pergola.api.text.Text;

/**
 * A kind of activity: what can be played and gives evidence. A whiteboard service with the property {@link #TYPE}. Its
 * editor and player are parts of the slots {@code courses.activity.editor} and {@code courses.activity.player} with
 * the same property, given an {@link ActivityContext}.
 *
 * @since 1.0
 */
@ConsumerType
public interface ActivityType {

    /** The service property that names the type, such as {@code page}. */
    String TYPE = "activityType";

    String id();

    Text name();

    /** A Lucide name. */
    String icon();

    /** Whether an administrator may add one by hand, without a package. */
    default boolean authored() {
        return false;
    }

    /**
     * Whether these files are a package of this kind: how an import finds its type.
     *
     * @return empty where they are something else
     * @throws org.pergola.api.error.Refused (invalid) where they are of this kind, and broken: with the reason
     */
    default Optional<Recognised> recognise(FileSet files) {
        return Optional.empty();
    }

    /**
     * What a package of this kind must have, as a clause for the sentence that refuses a file which no type
     * recognises: "a SCORM package has imsmanifest.xml at its top". Empty where it has no packages.
     */
    default Optional<Text> expects() {
        return Optional.empty();
    }

    /**
     * Takes the files as the next version of the activity's content, within the write under way.
     *
     * @return the version, from 1
     */
    default int adopt(UUID activityId, FileSet files) {
        throw new UnsupportedOperationException(id() + " has no packages");
    }

    /** The version of the content that a new attempt starts on; 0 where there is no content yet. */
    int currentVersion(UUID activityId);

    /**
     * A one-time address on the content origin that plays the attempt.
     *
     * @throws org.pergola.api.error.Refused (conflict) where this kind does not play there or there is no content
     */
    URI launch(Attempt attempt);

    /**
     * What the evidence of a cycle comes to; in the order in which it was recorded, never empty. Which activity it is
     * for need not be said: {@link ActivityResult#ANY}.
     */
    ActivityResult judge(List<Evidence> evidence);

    /** @param title as the package says; empty where it does not */
    record Recognised(String title, String description) {
    }
}
