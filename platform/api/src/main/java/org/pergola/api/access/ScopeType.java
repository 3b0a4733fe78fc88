package org.pergola.api.access;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.pergola.api.text.Text;

/**
 * A kind of place where a role can be granted, beside everywhere and an org unit. A whiteboard service; while its
 * plugin is off, grants in it are kept without effect.
 *
 * @since 0.1
 */
@ConsumerType
public interface ScopeType {

    /** Such as {@code category}; unique. */
    String id();

    Text name();

    /** Whether a grant in this scope reaches the target. Answers false for targets it does not know. */
    boolean covers(UUID scopeId, Target target);
}
