package org.pergola.shell.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pergola.api.audit.Audit;

class AlikeTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final UUID RUTH = new UUID(0, 1);

    private static Audit.Row row(String action, String subject, UUID actor, int secondsBefore) {
        Instant when = NOON.minusSeconds(secondsBefore);
        return new Audit.Row(UUID.randomUUID(), Optional.of(1L), action,
                new Audit.Subject("thing", UUID.randomUUID(), subject), Map.of(), "person", Optional.of(actor), "Ruth",
                Optional.empty(), when, when, Optional.empty(), "kernel", "0.1.0");
    }

    private static List<Integer> sizes(Audit.Row... rows) {
        return Alike.of(List.of(rows)).stream().map(alike -> alike.rows().size()).toList();
    }

    @Test
    void what_one_person_did_to_many_at_once_is_one_change() {
        assertEquals(List.of(3), sizes(row("a.put", "Amara – Fire", RUTH, 0), row("a.put", "Ben – Fire", RUTH, 1),
                row("a.put", "Cora – Fire", RUTH, 2)));
    }

    @Test
    void two_kinds_that_take_turns_are_two_changes() {
        assertEquals(List.of(2, 2), sizes(row("a.move", "Amara", RUTH, 0), row("a.add", "Amara", RUTH, 0),
                row("a.move", "Ben", RUTH, 1), row("a.add", "Ben", RUTH, 1)));
    }

    @Test
    void another_person_another_thing_or_another_time_is_another_change() {
        assertEquals(List.of(1, 1), sizes(row("a.put", "Amara – Fire", RUTH, 0),
                row("a.put", "Ben – Fire", new UUID(0, 2), 1)));
        assertEquals(List.of(1, 1), sizes(row("a.put", "Amara – Fire", RUTH, 0), row("a.put", "Ben – Water", RUTH, 1)));
        assertEquals(List.of(1, 1), sizes(row("a.put", "Amara – Fire", RUTH, 0), row("a.put", "Ben – Fire", RUTH, 300)));
    }

    @Test
    void those_changed_to_different_things_are_one_change_that_is_not_the_same() {
        List<Alike> moved = Alike.of(List.of(moved("Amara", "Night ward"), moved("Ben", "Harbour Hospital")));
        assertEquals(1, moved.size());
        assertFalse(moved.get(0).same());
        assertTrue(Alike.of(List.of(moved("Amara", "Night ward"), moved("Ben", "Night ward"))).get(0).same());
    }

    private static Audit.Row moved(String subject, String unit) {
        Audit.Row row = row("a.move", subject, RUTH, 0);
        return new Audit.Row(row.id(), row.position(), row.action(), row.subject(),
                Map.of("unit", new Audit.Change(Optional.empty(), Optional.of(unit))), row.actorKind(), row.actorId(),
                row.actorName(), row.onBehalfOf(), row.validAt(), row.recorded(), row.reason(), row.plugin(),
                row.pluginVersion());
    }

    @Test
    void a_name_of_two_halves_says_who_and_what() {
        Audit.Row row = row("a.put", "Amara Osei – Fire – safety", RUTH, 0);
        assertEquals("Amara Osei", row.who());
        assertEquals("Fire – safety", row.what());
        assertEquals("", row("a.add", "Amara", RUTH, 0).what());
    }
}
