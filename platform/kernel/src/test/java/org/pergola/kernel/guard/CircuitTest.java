package org.pergola.kernel.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final Circuit circuit = new Circuit(3, Duration.ofNanos(100));

    private void fail(long now) {
        assertTrue(circuit.enter(now));
        circuit.left(true, now, 1);
    }

    @Test
    void it_opens_after_errors_in_a_row() {
        fail(0);
        fail(1);
        assertTrue(circuit.enter(2));
        circuit.left(false, 2, 1);
        fail(3);
        fail(4);
        fail(5);
        assertFalse(circuit.enter(6));
        assertEquals(5, circuit.counts().errors());
    }

    @Test
    void after_a_rest_one_call_tries_and_a_success_closes_it() {
        fail(0);
        fail(1);
        fail(2);
        assertFalse(circuit.enter(101));
        assertTrue(circuit.enter(102));
        assertFalse(circuit.enter(103));
        circuit.left(false, 104, 1);
        assertTrue(circuit.enter(105));
        assertTrue(circuit.enter(105));
    }

    @Test
    void a_failed_try_opens_it_anew() {
        fail(0);
        fail(1);
        fail(2);
        fail(102);
        assertFalse(circuit.enter(150));
        assertTrue(circuit.enter(202));
    }

    @Test
    void a_replaced_plugin_begins_anew() {
        fail(0);
        fail(1);
        fail(2);
        circuit.close();
        assertTrue(circuit.enter(3));
    }
}
