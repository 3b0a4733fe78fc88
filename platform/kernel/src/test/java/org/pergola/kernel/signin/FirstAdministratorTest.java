package org.pergola.kernel.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.kernel.KernelUnderTest;
import org.pergola.kernel.folder.DataFolder;

class FirstAdministratorTest {

    @TempDir
    static Path folder;

    @Test
    void the_first_start_makes_an_administrator_with_a_password_of_chance_and_later_ones_make_none() throws Exception {
        try (KernelUnderTest kernel = new KernelUnderTest(folder.resolve("db"))) {
            FirstAdministrator first = new FirstAdministrator(kernel.database, kernel.people.accounts,
                    kernel.people.roles);
            DataFolder data = new DataFolder(folder);
            kernel.run(new Actor.Startup(), () -> first.make(Optional.empty(), data));
            Path file = data.file("admin-password");
            String password = Files.readString(file);
            assertTrue(password.length() >= 20);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            UUID admin = new LocalSignIn(kernel.database, kernel.access.standings, kernel.hashes, kernel.clock,
                    kernel.actors, kernel.told).check("admin", password, "127.0.0.1");
            assertTrue(kernel.as(admin, () -> kernel.access.decision.may("kernel.plugin.manage",
                    Target.everywhere())));

            Files.delete(file);
            kernel.run(new Actor.Startup(), () -> first.make(Optional.of("another harbour lamp"), data));
            assertFalse(Files.exists(file));
            assertEquals(1L, kernel.system(() -> kernel.people.accounts.count(
                    org.pergola.api.people.People.ListRequest.first(1))));
        }
    }
}
