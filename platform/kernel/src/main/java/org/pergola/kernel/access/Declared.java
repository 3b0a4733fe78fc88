package org.pergola.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pergola.api.people.Roles;
import org.pergola.api.text.Text;

/**
 * What one {@code permissions.yaml} says.
 *
 * @param system what jobs and listeners of the owner pass
 */
public record Declared(String owner, List<Permission> permissions, List<SuggestedRole> roles, Set<String> system) {

    /** @param administration whether whoever has it has something to do in the administration */
    public record Permission(String name, Text title, Set<String> scopes, boolean administration) {

        Roles.Permission of(String owner) {
            return new Roles.Permission(name, title, owner, scopes);
        }
    }

    /** @param nameKey the key of its name; empty where it adds to a role that somebody else names */
    public record SuggestedRole(String id, Optional<String> nameKey, Set<String> permissions) {
    }
}
