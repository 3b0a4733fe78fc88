package org.pergola.vaadin;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class HandshakeSessionsTest {

    private final HandshakeSessions sessions = new HandshakeSessions();
    private final Session page = new Session("node0abc.node0-pergola.ui");

    @Test
    void a_handshake_finds_the_session_that_the_page_came_with() {
        sessions.resolve(page.asVaadinSees());
        assertSame(page.asVaadinSees(), sessions.resolve(handshake("node0abc.node0")));
    }

    @Test
    void the_pages_own_session_stays_what_it_is() {
        assertSame(page.asVaadinSees(), sessions.resolve(page.asVaadinSees()));
    }

    @Test
    void a_handshake_of_an_unknown_session_finds_nothing_else() {
        sessions.resolve(page.asVaadinSees());
        WrappedSession stranger = handshake("node0xyz.node0");
        assertSame(stranger, sessions.resolve(stranger));
    }

    @Test
    void a_session_that_ended_is_forgotten() {
        sessions.resolve(page.asVaadinSees());
        page.bind(null);
        WrappedSession handshake = handshake("node0abc.node0");
        assertSame(handshake, sessions.resolve(handshake));
    }

    @Test
    void after_sign_in_only_the_new_id_leads_to_the_session() {
        sessions.resolve(page.asVaadinSees());
        page.id = "node0new.node0-pergola.ui";
        sessions.resolve(page.asVaadinSees());
        WrappedSession old = handshake("node0abc.node0");
        assertSame(old, sessions.resolve(old));
        assertSame(page.asVaadinSees(), sessions.resolve(handshake("node0new.node0")));
    }

    @Test
    void a_request_without_a_session_has_none() {
        assertNull(sessions.resolve(null));
    }

    private static WrappedSession handshake(String id) {
        return new Session(id).asVaadinSees();
    }

    /** As a container keeps it: one attribute is enough here, and it is told when it goes. */
    private static final class Session {
        private String id;
        private HttpSessionBindingListener attribute;
        private final WrappedSession wrapped = (WrappedSession) Proxy.newProxyInstance(
                HandshakeSessionsTest.class.getClassLoader(), new Class<?>[] {WrappedSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId" -> id;
                    case "setAttribute" -> bind((HttpSessionBindingListener) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });

        private Session(String id) {
            this.id = id;
        }

        private WrappedSession asVaadinSees() {
            return wrapped;
        }

        private Object bind(HttpSessionBindingListener next) {
            HttpSessionBindingListener before = attribute;
            attribute = next;
            if (before != null) {
                before.valueUnbound(null);
            }
            return null;
        }
    }
}
