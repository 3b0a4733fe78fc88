package org.pergola.api.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts of people. Every method but {@link #refs} asks for a permission ({@code kernel.user.see},
 * {@code kernel.user.manage}); one may always see oneself. Changes are audited.
 *
 * @since 0.1
 */
@ProviderType
public interface People {

    /** Names for ids one holds; ids of nobody are left out. */
    Map<UUID, PersonRef> refs(Collection<UUID> ids);

    /** A person that the actor may see; empty where there is none or it may not be seen. */
    Optional<Person> find(UUID id);

    Optional<Person> findByUsername(String username);

    /**
     * People that the actor may see, by last name, paged by key.
     *
     * @param query words that name, username or e-mail begin with; empty for all
     */
    Page<Person> list(ListRequest request);

    long count(ListRequest request);

    /** @throws org.pergola.api.error.Refused with the field where something is missing, malformed or taken */
    Person create(NewPerson person);

    /** Changes what is present. @throws org.pergola.api.error.Refused (moved on) where the version has passed */
    Person change(UUID id, PersonChange change, Optional<Long> ifVersion);

    /** Deactivates: the account cannot sign in, records stay. */
    void deactivate(UUID id);

    /** Sets another's password; for one's own see {@link #changeOwnPassword}. */
    void setPassword(UUID id, String password);

    /** @throws org.pergola.api.error.Refused where the old one is wrong, or the new one too short or too common */
    void changeOwnPassword(String old, String wished);

    /** What a new account needs; the password and the unit may follow later. */
    record NewPerson(String username, String email, String firstName, String lastName, Optional<String> password,
            Optional<UUID> orgUnitId) {
    }

    /** What is to change; empty means as it is. */
    record PersonChange(Optional<String> username, Optional<String> email, Optional<String> firstName,
            Optional<String> lastName, Optional<Person.Status> status, Optional<UUID> orgUnitId) {
    }

    /**
     * @param limit 1 to 1000; larger ones are cut
     * @param cursor as {@link Page#next} gave it
     * @param unit  only people of this unit and those below it
     */
    record ListRequest(String query, int limit, Optional<String> cursor, Optional<UUID> unit) {
        public static ListRequest first(int limit) {
            return new ListRequest("", limit, Optional.empty(), Optional.empty());
        }
    }

    /** @param next the cursor of what follows; empty at the end */
    record Page<T>(List<T> items, Optional<String> next) {
    }
}
