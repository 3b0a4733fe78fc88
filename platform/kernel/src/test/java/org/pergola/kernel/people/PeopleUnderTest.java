package org.pergola.kernel.people;

import org.pergola.api.actor.Actors;
import org.pergola.api.data.Database;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.people.People;
import org.pergola.api.people.Roles;
import org.pergola.api.text.Texts;
import org.pergola.api.time.Clock;
import org.pergola.kernel.KernelUnderTest;
import org.pergola.kernel.access.AccessUnderTest;
import org.pergola.kernel.password.PasswordHash;
import org.pergola.kernel.password.PasswordPolicy;

/** The services about people, wired by hand. */
public final class PeopleUnderTest {

    public final People accounts;
    public final OrgUnits units;
    public final Roles roles;
    public final SuggestedRoles suggested;

    public PeopleUnderTest(Database database, AccessUnderTest access, Actors actors, Clock clock,
            KernelUnderTest.Told told, PasswordHash hashes, PasswordPolicy policy, Texts texts) {
        this.suggested = new SuggestedRoles(database, access.standings, access.permissions);
        this.accounts = new Accounts(database, access.decision, actors, access.standings, clock, told, told,
                new Passwords(database, access.decision, actors, access.standings, clock, told, hashes, policy));
        this.units = new Units(database, access.decision, clock, told);
        this.roles = new RoleBook(database, access.decision, access.permissions, access.standings, clock, told, texts,
                new GrantBook(database, access.decision, actors, access.standings, clock, told, texts));
    }
}
