package org.pergola.learning.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The projections of all learnables, kept by learning so that titles stay readable. @since 1.0 */
@ProviderType
public interface Learnables {

    /** Tells how one stands now; called by its owner inside the owner's own write. */
    void project(LearnableRef learnable);

    Optional<LearnableRef> find(UUID id);

    Map<UUID, LearnableRef> find(Collection<UUID> ids);

    /** What is published, by title. @param words that its title has; empty for all */
    List<LearnableRef> published(String words, int limit, int offset);

    /** How many there are of these. */
    long countPublished(String words);

    /** How it is called where it can be assigned: its kind's service, while it is there. */
    Optional<Learnable> kind(String kind);

    /**
     * How an activity of this type is played and judged: its service, while it is there. For the call at hand only.
     */
    Optional<ActivityType> type(String id);

    /** All types that are there now. For the call at hand only. */
    List<ActivityType> types();
}
