package org.pergola.api.text;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns a {@link Text} into words. A key that nobody has words for (its plugin is off) comes back as the key's last
 * segment in readable form, never as an exception.
 *
 * @since 0.1
 */
@ProviderType
public interface Texts {

    String words(Text text, Locale locale);

    /** In the language of the person who is acting, else English. */
    String words(Text text);
}
