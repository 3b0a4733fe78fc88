package org.pergola.api.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The tree of org units. Asks for {@code kernel.unit.see} and {@code kernel.unit.manage}. @since 0.1 */
@ProviderType
public interface OrgUnits {

    /**
     * @param people how many people belong to it now, those of units below not counted
     */
    record OrgUnit(UUID id, String name, Optional<UUID> parentId, long people, long version) {
    }

    /** All that the actor may see, parents before children, by name. */
    List<OrgUnit> list();

    Optional<OrgUnit> find(UUID id);

    OrgUnit create(String name, Optional<UUID> parentId);

    /** @throws org.pergola.api.error.Refused where it would become its own ancestor */
    OrgUnit change(UUID id, Optional<String> name, Optional<Optional<UUID>> parentId, Optional<Long> ifVersion);

    /** @throws org.pergola.api.error.Refused (conflict) where people or units are in it */
    void delete(UUID id);
}
