package org.pergola.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pergola.api.event.Event;
import org.pergola.api.event.EventType;

class EventCodecTest {

    enum Colour { RED, GREEN }

    @EventType(name = "test.everything")
    record Everything(UUID id, String words, boolean yes, int few, long many, double part, Instant when, LocalDate day,
            LocalDateTime deadline, Colour colour, List<String> names, List<UUID> ids, Optional<Instant> maybe,
            Optional<String> none) implements Event {

        @Override
        public String subjectKind() {
            return "thing";
        }

        @Override
        public UUID subjectId() {
            return id;
        }
    }

    @EventType(name = "test.everything")
    record Grown(UUID id, String words, int added, boolean flag, List<String> more, Optional<Colour> colour,
            String told) implements Event {

        @Override
        public String subjectKind() {
            return "thing";
        }

        @Override
        public UUID subjectId() {
            return id;
        }
    }

    @EventType(name = "test.bad")
    record Bad(UUID id, Thread thread) implements Event {

        @Override
        public String subjectKind() {
            return "thing";
        }

        @Override
        public UUID subjectId() {
            return id;
        }
    }

    private static final Everything ALL = new Everything(UUID.randomUUID(), "ä \"quoted\"", true, 3,
            9_007_199_254_740_993L, 0.25, Instant.parse("2026-01-02T03:04:05.123456Z"), LocalDate.of(2026, 2, 28),
            LocalDateTime.of(2026, 3, 29, 2, 30), Colour.GREEN, List.of("a", "b"), List.of(UUID.randomUUID()),
            Optional.of(Instant.EPOCH), Optional.empty());

    @Test
    void every_kind_of_component_comes_back_as_it_was() {
        assertEquals(ALL, EventCodec.read(EventCodec.write(ALL), Everything.class));
    }

    @Test
    void a_field_that_was_added_later_is_empty_in_old_events() {
        Grown read = EventCodec.read(EventCodec.write(ALL), Grown.class);
        assertEquals(new Grown(ALL.id(), ALL.words(), 0, false, List.of(), Optional.of(Colour.GREEN), ""), read);
    }

    @Test
    void a_type_that_is_not_kept_is_named() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> EventCodec.write(new Bad(UUID.randomUUID(), Thread.currentThread())));
        assertTrue(thrown.getMessage().contains("thread"));
    }
}
