package org.pergola.api.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.pergola.api.text.Text;

/**
 * Roles, what they permit, and whom they are granted to. Suggested roles come from each plugin's
 * {@code permissions.yaml}. Asks for {@code kernel.role.see} and {@code kernel.role.manage}.
 *
 * @since 0.1
 */
@ProviderType
public interface Roles {

    /** @param suggested came with the platform or a plugin; it can be changed but not deleted */
    record Role(UUID id, String name, Set<String> permissions, boolean suggested, long people, long version) {
    }

    /** A permission that an installed plugin or the platform declares. */
    record Permission(String name, Text title, String owner, Set<String> scopes) {
    }

    /** @param scopeType {@code everywhere}, {@code unit}, or a {@link org.pergola.api.access.ScopeType}'s id */
    record Grant(UUID id, UUID userId, UUID roleId, String scopeType, Optional<UUID> scopeId, Instant from,
            Optional<Instant> to) {
    }

    List<Role> list();

    Optional<Role> find(UUID id);

    List<Permission> permissions();

    Role create(String name, Set<String> permissions);

    Role change(UUID id, Optional<String> name, Optional<Set<String>> permissions, Optional<Long> ifVersion);

    /** @throws org.pergola.api.error.Refused (conflict) where it is suggested or still granted */
    void delete(UUID id);

    List<Grant> grantsOf(UUID userId);

    Grant grant(UUID userId, UUID roleId, String scopeType, Optional<UUID> scopeId, Optional<Instant> to);

    /** @throws org.pergola.api.error.Refused (conflict) where it is the last grant that can administer */
    void revoke(UUID grantId);
}
