package org.pergola.kernel.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.host.Guard;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;

/** Access with the kernel's own permissions, and those of an invented plugin called garden. */
public final class AccessUnderTest {

    public final Permissions permissions;
    public final Standings standings;
    public final Decision decision;

    public AccessUnderTest(Actors actors, Database database, Clock clock, Guard guard) {
        Declared garden = new Declared("garden", List.of(
                new Declared.Permission("garden.bed.see", Text.of("garden.bed.see.title"), Set.of("everywhere"), false),
                new Declared.Permission("garden.bed.dig", Text.of("garden.bed.dig.title"), Set.of("everywhere"), true)),
                List.of(new Declared.SuggestedRole("learner", Optional.empty(), Set.of("garden.bed.see")),
                        new Declared.SuggestedRole("garden.keeper", Optional.of("garden.role.keeper"),
                                Set.of("garden.bed.see", "garden.bed.dig"))),
                Set.of("kernel.user.see"));
        this.permissions = new Permissions(List.of(kernel(), garden));
        this.standings = new Standings(database);
        this.decision = new Decision(actors, permissions, standings, database, clock, guard);
    }

    private static Declared kernel() {
        try (InputStream yaml = Files.newInputStream(Path.of("src/main/resources/permissions.yaml"))) {
            return new PermissionFile("kernel").read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
