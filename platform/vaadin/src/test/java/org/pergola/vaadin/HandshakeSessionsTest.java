package org.pergola.vaadin;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.vaadin.flow.server.WrappedSession;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class HandshakeSessionsTest {

    private final HandshakeSessions sessions = new HandshakeSessions();
    private final WrappedSession page = session("node0abc.node0-pergola.ui");

    @Test
    void a_handshake_finds_the_session_that_the_page_came_with() {
        sessions.resolve(page);
        assertSame(page, sessions.resolve(session("node0abc.node0")));
    }

    @Test
    void the_pages_own_session_stays_what_it_is() {
        assertSame(page, sessions.resolve(page));
    }

    @Test
    void a_handshake_of_an_unknown_session_finds_nothing_else() {
        sessions.resolve(page);
        WrappedSession stranger = session("node0xyz.node0");
        assertSame(stranger, sessions.resolve(stranger));
    }

    @Test
    void a_session_that_ended_is_forgotten() {
        sessions.resolve(page);
        sessions.forget(page);
        WrappedSession handshake = session("node0abc.node0");
        assertSame(handshake, sessions.resolve(handshake));
    }

    @Test
    void a_request_without_a_session_has_none() {
        assertNull(sessions.resolve(null));
    }

    private static WrappedSession session(String id) {
        return (WrappedSession) Proxy.newProxyInstance(HandshakeSessionsTest.class.getClassLoader(),
                new Class<?>[] {WrappedSession.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
