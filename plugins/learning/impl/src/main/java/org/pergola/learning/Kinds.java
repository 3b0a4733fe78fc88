package org.pergola.learning;

import java.util.List;
import java.util.Optional;
import org.pergola.learning.api.ActivityType;
import org.pergola.learning.api.Learnable;

/**
 * The kinds of learnables and activities that are there at this moment. What it hands out is for the call at hand:
 * keeping it would keep its plugin alive after it has gone.
 */
public interface Kinds {

    Optional<Learnable> learnable(String kind);

    Optional<ActivityType> type(String id);

    List<ActivityType> types();

    /** Which plugin in which version reports for this type: {@code scorm 1.0.0}. */
    String reporter(String type);
}
