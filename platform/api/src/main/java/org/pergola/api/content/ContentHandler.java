package org.pergola.api.content;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers under {@code /play/{token}/} for one kind of content. A whiteboard service with the property {@link #NAME}.
 * The platform serves {@code files/...} from the package and {@code app/...} from the {@code web/} folder of the
 * handler's bundle; everything else comes here, with the person bound as actor.
 *
 * @since 0.1
 */
@ConsumerType
public interface ContentHandler {

    /** The service property that names the handler, such as {@code slides}. */
    String NAME = "pergola.content.handler";

    Answer answer(Request request);

    /**
     * @param path     behind {@code /play/{token}/}, without a leading slash; empty for the player's page
     * @param nonce    for inline scripts of the player's page: {@code <script nonce="...">}
     * @param portal   the portal's origin, for postMessage
     */
    record Request(String method, String path, Map<String, List<String>> query, Optional<String> contentType,
            InputStream body, ContentHost.Launch launch, String nonce, String portal) {
    }

    record Answer(int status, String contentType, byte[] body) {

        public static Answer html(String page) {
            return new Answer(200, "text/html;charset=UTF-8", page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        public static Answer json(String json) {
            return new Answer(200, "application/json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        public static Answer status(int status) {
            return new Answer(status, "text/plain;charset=UTF-8", new byte[0]);
        }
    }
}
