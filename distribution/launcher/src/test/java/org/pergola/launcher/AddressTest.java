package org.pergola.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void a_port_that_another_program_has_is_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Address address = address("--port", String.valueOf(taken.getLocalPort()));

            assertEquals("Port " + taken.getLocalPort() + " is in use by another program; take another one with --port.",
                    assertThrows(CannotStart.class, address::requireFree).getMessage());
        }
    }

    @Test
    void an_address_of_another_machine_is_one_sentence() {
        Address address = address("--listen", "192.0.2.1");

        assertEquals("This machine has no address 192.0.2.1 to listen on.",
                assertThrows(CannotStart.class, address::requireFree).getMessage());
    }

    @Test
    void people_are_sent_to_localhost_when_it_listens_on_loopback_or_everywhere() {
        assertEquals("http://localhost:8109", address("--port", "8109").url());
        assertEquals("http://localhost:8109", address("--port", "8109", "--listen", "0.0.0.0").url());
        assertEquals("http://192.0.2.1:8109", address("--port", "8109", "--listen", "192.0.2.1").url());
    }

    private static Address address(String... words) {
        return Address.of(Options.parse(words, Map.of()));
    }
}
