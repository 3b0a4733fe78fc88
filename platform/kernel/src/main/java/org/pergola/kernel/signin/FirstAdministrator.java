package org.pergola.kernel.signin;

import static org.pergola.kernel.schema.Tables.ROLE;
import static org.pergola.kernel.schema.Tables.ROLE_ID;
import static org.pergola.kernel.schema.Tables.ROLE_KEY;
import static org.pergola.kernel.schema.Tables.USER;
import static org.pergola.kernel.schema.Tables.USER_ID;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Database;
import org.pergola.api.host.ActorBinding;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.Roles;
import org.pergola.kernel.access.Scope;
import org.pergola.kernel.folder.DataFolder;
import org.pergola.kernel.password.ChancePassword;
import org.pergola.kernel.people.SuggestedRoles;
import org.pergola.kernel.schema.RoleKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first account, {@code admin}, where there is none yet: with the password that the environment gives, else
 * with one of chance, which the start script shows once and deletes. There is no default password.
 */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {

    static final String NAME = "admin";
    static final String PASSWORD = "PERGOLA_ADMIN_PASSWORD";
    static final String FILE = "admin-password";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Database database;
    private final People people;
    private final Roles roles;

    /** @param suggested the roles have been taken up when it is there */
    @Activate
    public FirstAdministrator(@Reference Database database, @Reference People people, @Reference Roles roles,
            @Reference ActorBinding binding, @Reference SuggestedRoles suggested) {
        this(database, people, roles);
        binding.run(new Actor.Startup(), () -> make(Optional.ofNullable(System.getenv(PASSWORD)),
                DataFolder.ofProcess()));
    }

    FirstAdministrator(Database database, People people, Roles roles) {
        this.database = database;
        this.people = people;
        this.roles = roles;
    }

    void make(Optional<String> given, DataFolder folder) {
        if (database.read(tx -> tx.sql().select(USER_ID).from(USER).limit(1).fetchOne()) != null) {
            return;
        }
        Optional<String> wished = given.filter(password -> !password.isBlank());
        String password = wished.orElseGet(ChancePassword::next);
        if (wished.isEmpty()) {
            folder.writeSecret(FILE, password);
        }
        database.run(tx -> {
            UUID administrator = tx.sql().select(ROLE_ID).from(ROLE).where(ROLE_KEY.eq(RoleKey.ADMINISTRATOR))
                    .fetchOptional(ROLE_ID).orElseThrow(
                            () -> new IllegalStateException("The administrator's role has not been taken up"));
            Person first = people.create(new People.NewPerson(NAME, "admin@localhost", "First", "Administrator",
                    Optional.of(password), Optional.empty()));
            roles.grant(first.id(), administrator, Scope.EVERYWHERE, Optional.empty(), Optional.empty());
        });
        LOG.info("The first account \"{}\" was made", NAME);
    }
}
