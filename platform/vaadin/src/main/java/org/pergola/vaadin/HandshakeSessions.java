package org.pergola.vaadin;

import com.vaadin.flow.server.WrappedSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the whiteboard's session for that of a WebSocket handshake. The container opens WebSockets beside the
 * whiteboard, with its own session, which holds nothing under the names that we know; its id is the same but for the
 * context's name that the whiteboard appends.
 */
final class HandshakeSessions {

    private static final String SUFFIX = "-" + UiServer.CONTEXT;

    private final Map<String, WrappedSession> byContainerId = new ConcurrentHashMap<>();

    /** The session itself where it is the whiteboard's, or where none is known. */
    WrappedSession resolve(WrappedSession session) {
        if (session == null) {
            return null;
        }
        String id = session.getId();
        if (id.endsWith(SUFFIX)) {
            byContainerId.putIfAbsent(containerId(id), session);
            return session;
        }
        return byContainerId.getOrDefault(id, session);
    }

    void forget(WrappedSession session) {
        byContainerId.values().removeIf(known -> known.getId().equals(session.getId()));
    }

    private static String containerId(String id) {
        return id.substring(0, id.length() - SUFFIX.length());
    }
}
