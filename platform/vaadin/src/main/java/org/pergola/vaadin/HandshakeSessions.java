package org.pergola.vaadin;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the whiteboard's session for that of a WebSocket handshake. The container opens WebSockets beside the
 * whiteboard, with its own session, which holds nothing under the names that we know; its id is the same but for the
 * context's name that the whiteboard appends.
 */
final class HandshakeSessions {

    private static final String SUFFIX = "-" + UiServer.CONTEXT;
    private static final String ANCHOR = HandshakeSessions.class.getName();

    private final Map<String, WrappedSession> byContainerId = new ConcurrentHashMap<>();

    /** The session itself where it is the whiteboard's, or where none is known. */
    WrappedSession resolve(WrappedSession session) {
        if (session == null) {
            return null;
        }
        String id = session.getId();
        if (!id.endsWith(SUFFIX)) {
            return byContainerId.getOrDefault(id, session);
        }
        String containerId = id.substring(0, id.length() - SUFFIX.length());
        if (byContainerId.putIfAbsent(containerId, session) == null) {
            session.setAttribute(ANCHOR, new Anchor(containerId, byContainerId));
        }
        return session;
    }

    /**
     * Lies in the session and forgets it with its end; a new id, as given at sign-in, brings a new anchor, which ends
     * the old one.
     */
    private record Anchor(String containerId, Map<String, WrappedSession> known)
            implements HttpSessionBindingListener {

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            known.remove(containerId);
        }
    }
}
