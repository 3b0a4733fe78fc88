package org.pergola.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.text.Text;

/**
 * The record of changes. A row carries who did it and for whom, what it was done to, before and after, when it was
 * true and when it was recorded, and the version of the plugin that wrote it. Rows are numbered and chained by hash
 * after commit, so that a row changed or taken out is found.
 *
 * @since 0.1
 */
@ProviderType
public interface Audit {

    /** Writes a row into the transaction under way. @throws IllegalStateException outside a write */
    void record(Entry entry);

    /** Newest first. Asks for {@code kernel.audit.see}. */
    List<Row> list(Query query);

    /** Walks the whole chain. Asks for {@code kernel.audit.see}. */
    Verification verify();

    /**
     * @param action  {@code <plugin>.<object>.<verb>}, also the key of its words, to which {@code subject.name} is
     *                the first argument
     * @param changes field name to before and after, as words; never secrets
     * @param validAt when it was true, where that is not now
     * @param reason  why, where it corrects something
     */
    record Entry(String action, Subject subject, Map<String, Change> changes, Optional<Instant> validAt,
            Optional<String> reason) {

        public static Entry of(String action, Subject subject) {
            return new Entry(action, subject, Map.of(), Optional.empty(), Optional.empty());
        }

        public Entry with(Map<String, Change> what) {
            return new Entry(action, subject, what, validAt, reason);
        }
    }

    /** @param name what people call it, as it was then */
    record Subject(String kind, UUID id, String name) {
    }

    record Change(Optional<String> before, Optional<String> after) {
    }

    /** @param position empty until it is sealed */
    record Row(UUID id, Optional<Long> position, String action, Subject subject, Map<String, Change> changes,
            String actorKind, Optional<UUID> actorId, String actorName, Optional<UUID> onBehalfOf, Instant validAt,
            Instant recorded, Optional<String> reason, String plugin, String pluginVersion) {

        /** Between the two halves of a subject's name that is "who – what". */
        private static final String OF = " – ";

        /** What happened, in words. */
        public Text words() {
            return words(0);
        }

        /**
         * What happened to this and to so many others alike, in words. The arguments of the action's words: the
         * subject's name; its two halves, where it is "who – what", else the name and nothing; and how many others.
         */
        public Text words(int others) {
            return Text.of(action, subject.name(), who(), what(), others);
        }

        /** The first half of a subject's name that is "who – what"; else the name. */
        public String who() {
            int half = subject.name().indexOf(OF);
            return half < 0 ? subject.name() : subject.name().substring(0, half);
        }

        /** The second half of a subject's name that is "who – what"; else empty. */
        public String what() {
            int half = subject.name().indexOf(OF);
            return half < 0 ? "" : subject.name().substring(half + OF.length());
        }
    }

    /** @param before only rows before this position; for paging */
    record Query(String words, Optional<String> subjectKind, Optional<UUID> subjectId, Optional<Long> before,
            int limit) {
        public static Query latest(int limit) {
            return new Query("", Optional.empty(), Optional.empty(), Optional.empty(), limit);
        }
    }

    /** @param firstBroken the position of the first row that does not fit the chain */
    record Verification(long rows, Optional<Long> firstBroken, String head) {
        public boolean intact() {
            return firstBroken.isEmpty();
        }
    }
}
