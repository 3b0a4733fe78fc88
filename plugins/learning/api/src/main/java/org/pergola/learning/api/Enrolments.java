package org.pergola.learning.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is in what. Asks for {@code learning.enrolment.see} and {@code learning.enrolment.manage} for others;
 * {@code learning.enrolment.self} for oneself.
 *
 * @since 1.0
 */
@ProviderType
public interface Enrolments {

    /** Why somebody is enrolled. */
    enum Source {
        MANUAL, SELF, FEED
    }

    /**
     * Enrols. One that is active stays as it is and gains the source; after a completed or withdrawn one the next
     * cycle opens.
     */
    Enrolment enrol(UUID learnableId, UUID userId, Source source);

    /** Ends it; nothing is deleted. */
    Enrolment withdraw(UUID enrolmentId, Optional<String> reason);

    /**
     * Suspends it, or makes a suspended one active again; withdrawing is {@link #withdraw}.
     *
     * @throws org.pergola.api.error.Refused (conflict) where it has ended, (moved on) where the version has passed
     */
    Enrolment change(UUID enrolmentId, Enrolment.Status status, Optional<String> reason, Optional<Long> ifVersion);

    /** One's own, or one that may be seen. */
    Optional<Enrolment> find(UUID enrolmentId);

    /** The latest cycle of a person in it. */
    Optional<Enrolment> current(UUID learnableId, UUID userId);

    /** The acting person's own, those seen last first. */
    List<Enrolment> mine(int limit);

    /** Every cycle of one person, newest first. */
    List<Enrolment> historyOf(UUID userId, int limit);

    /** Those in it that may be seen; by id. @param after the last id of the page before */
    List<Enrolment> of(UUID learnableId, Optional<UUID> after, int limit);

    /** How many people are in it, those who have completed it included. */
    long countOf(UUID learnableId);

    /** As {@link #countOf}, for many; without those that nobody is in. */
    Map<UUID, Long> countsOf(Collection<UUID> learnableIds);

    /** By activity; also of activity types whose plugin is away. */
    Map<UUID, ActivityResult> results(UUID enrolmentId);
}
