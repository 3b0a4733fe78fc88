package org.pergola.api.content;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays packages on the content origin, never on the portal's. A token in the path is the only credential there:
 * stored hashed, kept over a restart, never logged, and it opens this one package for this one person only.
 *
 * @since 0.1
 */
@ProviderType
public interface ContentHost {

    /**
     * What is to be played.
     *
     * @param handler the {@link ContentHandler#NAME} of the handler that answers under the token
     * @param userId  the person who plays; the handler is called as this person
     * @param context what the handler wants to know again, such as the attempt; short strings
     */
    record Launch(UUID fileSetId, String handler, UUID userId, Map<String, String> context) {
    }

    /**
     * A one-time address on the content origin that answers 303 to {@code /play/{token}/}, the player's page, which
     * can be reloaded. Absolute where the content origin is another host or port.
     *
     * @throws org.pergola.api.error.Refused (unavailable) where no content origin can be had
     */
    URI open(Launch launch);

    /** The origin of the content, such as {@code http://127.0.0.1:8080}, for the page that frames it. */
    String origin();

    /** Withdraws every token whose launch has this context entry. */
    void close(String handler, String contextKey, String contextValue);
}
