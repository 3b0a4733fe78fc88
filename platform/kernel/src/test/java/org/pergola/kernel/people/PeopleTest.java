package org.pergola.kernel.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.api.access.Target;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.people.OrgUnits;
import org.pergola.api.people.People;
import org.pergola.api.people.Person;
import org.pergola.api.people.Roles;
import org.pergola.api.people.UserCreated;
import org.pergola.api.people.UserDeactivated;
import org.pergola.api.plugin.PluginId;
import org.pergola.kernel.KernelUnderTest;

class PeopleTest {

    @TempDir
    static Path folder;
    private static KernelUnderTest kernel;

    @BeforeAll
    static void open() {
        kernel = new KernelUnderTest(folder.resolve("db"));
    }

    @AfterAll
    static void close() throws Exception {
        kernel.close();
    }

    private static People people() {
        return kernel.people.accounts;
    }

    private static People.NewPerson person(String username, String email) {
        return new People.NewPerson(username, email, "Ann", "Lee", Optional.empty(), Optional.empty());
    }

    private static Refused refused(Runnable work) {
        return assertThrows(Refused.class, () -> kernel.run(new Actor.Startup(), work));
    }

    @Test
    void a_new_person_is_found_by_username_in_any_case_and_told_as_an_event() {
        Person made = kernel.system(() -> people().create(person("Ann.Lee", "Ann.Lee@example.org")));
        assertEquals(made, kernel.system(() -> people().findByUsername("ANN.LEE")).orElseThrow());
        assertEquals("Ann Lee", kernel.system(() -> people().refs(List.of(made.id()))).get(made.id()).name());
        assertTrue(kernel.told.events.contains(new UserCreated(made.id())));
        assertTrue(kernel.told.entries.stream().anyMatch(entry -> entry.subject().id().equals(made.id())));
    }

    @Test
    void username_and_email_are_unique_after_case_folding() {
        kernel.system(() -> people().create(person("Straße", "eva@example.org")));
        Refused name = refused(() -> people().create(person("STRASSE", "other@example.org")));
        assertEquals(Refused.Kind.CONFLICT, name.kind());
        assertEquals(Optional.of("username"), name.field());
        Refused email = refused(() -> people().create(person("eva2", "EVA@Example.Org")));
        assertEquals(Optional.of("email"), email.field());
    }

    @Test
    void what_is_missing_or_malformed_is_named_by_its_field() {
        assertEquals(Optional.of("username"), refused(() -> people().create(person("a@b", "x@example.org"))).field());
        assertEquals(Optional.of("username"), refused(() -> people().create(person(null, "x@example.org"))).field());
        assertEquals(Optional.of("email"), refused(() -> people().create(person("xx", "nowhere"))).field());
        assertEquals(Optional.of("lastName"), refused(() -> people().create(new People.NewPerson("xx",
                "x@example.org", "Ann", " ", Optional.empty(), Optional.empty()))).field());
        assertEquals(Optional.of("password"), refused(() -> people().create(new People.NewPerson("xx",
                "x@example.org", "Ann", "Lee", Optional.of("password1"), Optional.empty()))).field());
        assertEquals(Optional.of("password"), refused(() -> people().create(new People.NewPerson("xx",
                "x@example.org", "Ann", "Lee", Optional.of("short"), Optional.empty()))).field());
    }

    @Test
    void a_change_of_an_old_version_has_moved_on() {
        Person made = kernel.person(Optional.empty());
        People.PersonChange rename = new People.PersonChange(Optional.empty(), Optional.empty(),
                Optional.of("Other"), Optional.empty(), Optional.empty(), Optional.empty());
        Person changed = kernel.system(() -> people().change(made.id(), rename, Optional.of(made.version())));
        assertEquals("Other", changed.firstName());
        assertTrue(changed.version() > made.version());
        assertEquals(Refused.Kind.MOVED_ON,
                refused(() -> people().change(made.id(), rename, Optional.of(made.version()))).kind());
    }

    @Test
    void people_are_listed_by_last_name_page_after_page_and_found_by_beginnings_of_their_words() {
        UUID unit = kernel.unit("List", Optional.empty());
        for (int i = 0; i < 7; i++) {
            int number = i;
            kernel.system(() -> people().create(new People.NewPerson("list" + number, "list" + number + "@example.net",
                    "Zoë", "van der Törn" + (char) ('G' - number), Optional.empty(), Optional.of(unit))));
        }
        List<String> names = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            People.ListRequest request = new People.ListRequest("torn zoe", 3, cursor, Optional.of(unit));
            People.Page<Person> page = kernel.system(() -> people().list(request));
            page.items().forEach(found -> names.add(found.lastName().substring("van der Törn".length())));
            cursor = page.next();
            pages++;
        } while (cursor.isPresent());
        assertEquals(List.of("A", "B", "C", "D", "E", "F", "G"), names);
        assertEquals(3, pages);
        assertEquals(7L, kernel.system(() -> people().count(
                new People.ListRequest("list example.net", 1, Optional.empty(), Optional.empty()))));
        assertEquals(0L, kernel.system(() -> people().count(
                new People.ListRequest("orn", 1, Optional.empty(), Optional.of(unit)))));
        assertEquals(Refused.Kind.MALFORMED, refused(() -> people().list(
                new People.ListRequest("", 1, Optional.of("nonsense"), Optional.empty()))).kind());
    }

    @Test
    void a_unit_cannot_become_its_own_ancestor_and_a_move_takes_all_below_with_it() {
        UUID top = kernel.unit("Top", Optional.empty());
        UUID middle = kernel.unit("Middle", Optional.of(top));
        UUID leaf = kernel.unit("Leaf", Optional.of(middle));
        UUID other = kernel.unit("Other", Optional.empty());
        OrgUnits units = kernel.people.units;
        assertEquals(Refused.Kind.CONFLICT, refused(() -> units.change(top, Optional.empty(),
                Optional.of(Optional.of(leaf)), Optional.empty())).kind());
        assertEquals(Refused.Kind.CONFLICT, refused(() -> units.change(top, Optional.empty(),
                Optional.of(Optional.of(top)), Optional.empty())).kind());

        Person member = kernel.person(Optional.of(leaf));
        UUID seer = kernel.person(Optional.empty()).id();
        kernel.grantIn(other, seer, kernel.role("Seer of others", "kernel.user.see"));
        assertTrue(kernel.as(seer, () -> people().find(member.id())).isEmpty());
        kernel.system(() -> units.change(middle, Optional.empty(), Optional.of(Optional.of(other)),
                Optional.empty()));
        assertTrue(kernel.as(seer, () -> people().find(member.id())).isPresent());
        kernel.system(() -> units.change(middle, Optional.empty(), Optional.of(Optional.empty()), Optional.empty()));
        assertTrue(kernel.as(seer, () -> people().find(member.id())).isEmpty());
    }

    @Test
    void a_unit_with_people_or_units_is_not_deleted() {
        UUID parent = kernel.unit("Parent", Optional.empty());
        UUID child = kernel.unit("Child", Optional.of(parent));
        Person member = kernel.person(Optional.of(child));
        OrgUnits units = kernel.people.units;
        assertEquals("kernel.unit.has-units", refused(() -> units.delete(parent)).text().key());
        assertEquals("kernel.unit.has-people", refused(() -> units.delete(child)).text().key());
        kernel.clock.move(Duration.ofDays(1));
        kernel.system(() -> people().change(member.id(), new People.PersonChange(Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(parent)), Optional.empty()));
        kernel.run(new Actor.Startup(), () -> units.delete(child));
        assertTrue(kernel.system(() -> units.find(child)).isEmpty());
        assertEquals(1, kernel.system(() -> units.find(parent)).orElseThrow().people());
        assertEquals("orgUnitId", refused(() -> kernel.person(Optional.of(child))).field().orElseThrow());
    }

    @Test
    void units_are_listed_parents_before_children() {
        UUID parent = kernel.unit("Zebra", Optional.empty());
        UUID child = kernel.unit("Ant", Optional.of(parent));
        List<UUID> order = kernel.system(() -> kernel.people.units.list()).stream().map(OrgUnits.OrgUnit::id).toList();
        assertEquals(order.indexOf(parent) + 1, order.indexOf(child));
    }

    @Test
    void a_grant_in_a_unit_reaches_the_people_of_today_there_and_below_and_nobody_else() {
        UUID region = kernel.unit("Region", Optional.empty());
        UUID branch = kernel.unit("Branch", Optional.of(region));
        UUID elsewhere = kernel.unit("Elsewhere", Optional.empty());
        Person below = kernel.person(Optional.of(branch));
        Person away = kernel.person(Optional.of(elsewhere));
        UUID manager = kernel.person(Optional.empty()).id();
        kernel.grantIn(region, manager, kernel.role("Regional", "kernel.user.see", "kernel.user.manage"));

        assertTrue(kernel.as(manager, () -> kernel.access.decision.may("kernel.user.manage",
                Target.person(below.id()))));
        assertFalse(kernel.as(manager, () -> kernel.access.decision.may("kernel.user.manage",
                Target.person(away.id()))));
        assertFalse(kernel.as(manager, () -> kernel.access.decision.may("kernel.user.manage", Target.everywhere())));
        assertTrue(kernel.as(manager, () -> kernel.access.decision.mayAnywhere("kernel.user.manage")));
        assertTrue(kernel.as(manager, () -> kernel.access.decision.may("kernel.user.manage", Target.unit(branch))));
        assertEquals(List.of(below.id()), kernel.as(manager, () -> people().list(
                People.ListRequest.first(100))).items().stream().map(Person::id).toList());

        kernel.clock.move(Duration.ofDays(1));
        kernel.system(() -> people().change(below.id(), new People.PersonChange(Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(elsewhere)), Optional.empty()));
        assertTrue(kernel.as(manager, () -> people().list(People.ListRequest.first(100))).items().isEmpty());
        assertEquals(Refused.Kind.FORBIDDEN, assertThrows(Refused.class, () -> kernel.as(manager,
                () -> people().create(person("forbidden", "forbidden@example.org")))).kind());
    }

    @Test
    void everybody_sees_oneself_and_a_stranger_has_to_sign_in() {
        Person plain = kernel.person(Optional.empty());
        Person other = kernel.person(Optional.empty());
        assertEquals(plain.id(), kernel.as(plain.id(), () -> people().find(plain.id())).orElseThrow().id());
        assertTrue(kernel.as(plain.id(), () -> people().find(other.id())).isEmpty());
        assertEquals(Refused.Kind.FORBIDDEN, assertThrows(Refused.class, () -> kernel.as(plain.id(),
                () -> people().list(People.ListRequest.first(1)))).kind());
        assertEquals(Refused.Kind.UNAUTHENTICATED, assertThrows(Refused.class, () -> kernel.as(new Actor.Anonymous(),
                () -> people().list(People.ListRequest.first(1)))).kind());
        assertEquals(Refused.Kind.UNAUTHENTICATED, assertThrows(Refused.class,
                () -> people().list(People.ListRequest.first(1))).kind());
    }

    @Test
    void a_plugin_passes_only_what_its_file_lists_under_system() {
        Actor garden = new Actor.Plugin(PluginId.of("garden"), "watering");
        Actor weeds = new Actor.Plugin(PluginId.of("weeds"), "growing");
        assertTrue(kernel.as(garden, () -> kernel.access.decision.may("kernel.user.see", Target.everywhere())));
        assertFalse(kernel.as(garden, () -> kernel.access.decision.may("garden.bed.dig", Target.everywhere())));
        assertFalse(kernel.as(weeds, () -> kernel.access.decision.may("kernel.user.see", Target.everywhere())));
    }

    @Test
    void every_active_person_has_the_learners_role_without_a_grant() {
        Person plain = kernel.person(Optional.empty());
        assertTrue(kernel.as(plain.id(), () -> kernel.access.decision.may("garden.bed.see", Target.everywhere())));
        assertFalse(kernel.access.decision.administers(plain.id()));
        kernel.run(new Actor.Startup(), () -> people().deactivate(plain.id()));
        assertFalse(kernel.as(plain.id(), () -> kernel.access.decision.may("garden.bed.see", Target.everywhere())));
        assertTrue(kernel.told.events.contains(new UserDeactivated(plain.id())));
    }

    @Test
    void an_undeclared_permission_is_refused_even_to_an_administrator() {
        UUID boss = administrator();
        assertTrue(kernel.as(boss, () -> kernel.access.decision.may("garden.bed.dig", Target.everywhere())));
        assertFalse(kernel.as(boss, () -> kernel.access.decision.may("garden.bed.burn", Target.everywhere())));
        assertTrue(kernel.access.decision.administers(boss));
    }

    private static UUID administrator() {
        UUID boss = kernel.person(Optional.empty()).id();
        kernel.grantEverywhere(boss, role("kernel.role.administrator").id());
        return boss;
    }

    private static Roles.Role role(String name) {
        return kernel.system(() -> kernel.people.roles.list()).stream().filter(role -> role.name().equals(name))
                .findFirst().orElseThrow();
    }

    @Test
    void the_last_administrator_can_neither_be_revoked_nor_deactivated() {
        Roles roles = kernel.people.roles;
        UUID administrator = role("kernel.role.administrator").id();
        UUID boss = administrator();
        for (UUID other : administrators()) {
            if (!other.equals(boss)) {
                kernel.system(() -> roles.grantsOf(other)).stream().filter(grant -> grant.roleId().equals(
                        administrator)).forEach(grant -> kernel.run(new Actor.Startup(),
                                () -> roles.revoke(grant.id())));
            }
        }
        Roles.Grant last = kernel.system(() -> roles.grantsOf(boss)).get(0);
        assertEquals("kernel.role.administrator.last", refused(() -> roles.revoke(last.id())).text().key());
        assertEquals("kernel.role.administrator.last", refused(() -> people().deactivate(boss)).text().key());
        administrator();
        kernel.run(new Actor.Startup(), () -> roles.revoke(last.id()));
        assertTrue(kernel.system(() -> roles.grantsOf(boss)).isEmpty());
    }

    private static List<UUID> administrators() {
        return kernel.system(() -> people().list(People.ListRequest.first(1000))).items().stream().map(Person::id)
                .filter(kernel.access.decision::administers).toList();
    }

    @Test
    void a_suggestion_that_was_taken_out_of_a_role_stays_out() {
        Roles.Role keeper = role("garden.role.keeper");
        kernel.system(() -> kernel.people.roles.change(keeper.id(), Optional.empty(),
                Optional.of(Set.of("garden.bed.see")), Optional.of(keeper.version())));
        new SuggestedRoles(kernel.database, kernel.access.standings, kernel.access.permissions).close();
        assertEquals(Set.of("garden.bed.see"), role("garden.role.keeper").permissions());
        assertEquals(Refused.Kind.CONFLICT, refused(() -> kernel.people.roles.delete(keeper.id())).kind());
        assertEquals(Refused.Kind.MOVED_ON, refused(() -> kernel.people.roles.change(keeper.id(),
                Optional.of("Keeper"), Optional.empty(), Optional.of(keeper.version()))).kind());
        assertEquals(Optional.of("permissions"), refused(() -> kernel.people.roles.create("Odd",
                Set.of("no.such.thing"))).field());
    }

    @Test
    void who_manages_people_cannot_take_over_an_administrator() {
        UUID boss = administrator();
        UUID manager = kernel.person(Optional.empty()).id();
        kernel.grantEverywhere(manager, role("kernel.role.people-manager").id());
        assertEquals(Refused.Kind.FORBIDDEN, assertThrows(Refused.class, () -> kernel.run(new Actor.Person(manager),
                () -> people().setPassword(boss, "quiet harbour lamp"))).kind());
        Person plain = kernel.person(Optional.empty());
        kernel.run(new Actor.Person(manager), () -> people().setPassword(plain.id(), "quiet harbour lamp"));
        assertEquals(Refused.Kind.FORBIDDEN, assertThrows(Refused.class, () -> kernel.as(manager,
                () -> kernel.people.roles.grant(manager, role("kernel.role.administrator").id(), "everywhere",
                        Optional.empty(), Optional.empty()))).kind());
    }

    @Test
    void a_grant_ends_at_its_end() {
        UUID guest = kernel.person(Optional.empty()).id();
        UUID role = kernel.role("Guest", "kernel.audit.see");
        kernel.system(() -> kernel.people.roles.grant(guest, role, "everywhere", Optional.empty(),
                Optional.of(kernel.clock.now().plus(Duration.ofHours(1)))));
        assertTrue(kernel.as(guest, () -> kernel.access.decision.mayAnywhere("kernel.audit.see")));
        kernel.clock.move(Duration.ofHours(1));
        assertFalse(kernel.as(guest, () -> kernel.access.decision.mayAnywhere("kernel.audit.see")));
    }
}
