package org.pergola.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What an activity shows, in one version. */
public sealed interface Content {

    UUID id();

    /** From 1. */
    int version();

    /** A stored file as it was uploaded. @param type its media type, as its bytes say */
    record Upload(String hash, long size, String name, String type) {
    }

    /** When a file or a link counts as done. */
    enum DoneBy {
        /** By opening it. */
        OPENING,
        /** By the learner, who says so. */
        CONFIRMATION
    }

    /** Subtitles of a video, as WebVTT. @param language as in {@code en} or {@code pt-BR} */
    record Caption(String language, String hash, long size) {
    }

    /** @param requiredPercent how much of it has to be watched, 1 to 100 */
    record Video(UUID id, int version, Upload upload, Duration length, int requiredPercent, List<Caption> captions)
            implements Content {

        public Video {
            captions = List.copyOf(captions);
        }
    }

    /** Something to read or to save. @param note what the learner reads before; may be empty */
    record Document(UUID id, int version, Upload upload, DoneBy doneBy, String note) implements Content {

        /** Whether a browser can show it; else it can only be saved. */
        public boolean readable() {
            return !upload.type().equals(KnownTypes.UNKNOWN);
        }
    }

    /** Another place. @param address absolute, http or https */
    record Link(UUID id, int version, URI address, DoneBy doneBy, String note) implements Content {
    }
}
