package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;

/** A connection that breaks while somebody plays: nothing is lost, and they know how it stands. */
class OfflineTest {

    private final Distribution pergola = Running.shared();
    private final Browser browser = Running.browser();
    private final Steps steps = new Steps(pergola);

    @Test
    void a_commit_whose_connection_breaks_is_sent_again_and_the_learner_is_told_of_both() {
        Running.Learner learner = Running.learner(pergola, "gil");
        String enrolment = enrol(learner, "Broken on the way");
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            page.route("**/commit", Route::abort);
            part(page).locator("#bookmark").click();
            assertTold(page, "unsaved", "Not saved yet");
            page.unroute("**/commit");
            assertTold(page, "saved", "Saved again. Nothing was lost.");
            page.close();
            assertResumes(context, learner, enrolment, "page 3");
        }
    }

    @Test
    void an_answer_that_is_lost_on_its_way_back_makes_a_commit_arrive_twice_and_count_once() {
        Running.Learner learner = Running.learner(pergola, "hana");
        String enrolment = enrol(learner, "Broken on the way back");
        AtomicInteger commits = new AtomicInteger();
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            page.route("**/commit", route -> {
                if (commits.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            part(page).locator("#pass").click();
            assertTold(page, "saved", "Saved again. Nothing was lost.");
            assertTrue(commits.get() > 1, "it was not sent again");
        }
        assertEquals(0.85, steps.awaitStatus(learner, enrolment, "completed").path("score").asDouble(), 0.001);
    }

    @Test
    void what_is_done_without_a_network_arrives_when_it_is_back() {
        Running.Learner learner = Running.learner(pergola, "ivo");
        String enrolment = enrol(learner, "Without a network");
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            context.setOffline(true);
            part(page).locator("#bookmark").click();
            assertTold(page, "unsaved", "leave this page open");
            assertEquals("page 3", part(page).locator("#where").innerText(), "the content goes on");
            context.setOffline(false);
            assertTold(page, "saved", "Saved again");
            page.close();
            assertResumes(context, learner, enrolment, "page 3");
        }
    }

    @Test
    void a_part_that_cannot_be_opened_says_so_and_opens_when_the_network_is_back() {
        Running.Learner learner = Running.learner(pergola, "jana");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.two12("Second part later")));
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(steps.launch(learner, enrolment));
            part(page).locator("#chapter").waitFor();
            page.route("**/open", Route::abort);
            page.locator("#next").click();
            assertTold(page, "unopened", "opens as soon as there is one");
            page.unroute("**/open");
            part(page).locator("#pass").waitFor();
        }
    }

    @Test
    void commits_that_are_old_or_of_an_older_window_change_nothing() {
        Running.Learner learner = Running.learner(pergola, "kaya");
        String enrolment = enrol(learner, "Out of order");
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            assertEquals(200, commit(page, 1, 50, "{core: {lesson_location: 'page 9', exit: 'suspend'}}"));
            assertEquals(200, commit(page, 1, 49, "{core: {lesson_location: 'page 1', exit: 'suspend'}}"));
            Page newer = play(context, learner, enrolment);
            part(newer).locator("#where", new FrameLocator.LocatorOptions().setHasText("page 9")).waitFor();
            assertEquals(409, commit(page, 1, 51, "{core: {lesson_location: 'page 2'}}"));
            part(page).locator("#bookmark").click();
            assertTold(page, "elsewhere", "opened in another window");
            assertResumes(context, learner, enrolment, "page 9");
        }
    }

    @Test
    void values_that_scorm_does_not_know_are_refused_with_a_sentence_and_never_break_the_server() {
        Running.Learner learner = Running.learner(pergola, "lior");
        String enrolment = enrol(learner, "Values of all kinds");
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            for (String wrong : List.of("{core: {lesson_status: 'great'}}", "{core: 'x'}", "7", "null", "[]",
                    "{core: {score: {raw: '1e400'}}}", "{core: {score: {raw: 'NaN'}}}",
                    "{core: {session_time: 'P' + '9'.repeat(400) + 'Y'}}", "{suspend_data: 'x'.repeat(64001)}",
                    "{suspend_data: {nested: true}}", "{core: {lesson_location: '\\u0000'.repeat(256)}}")) {
                assertEquals(422, commit(page, 1, 60, wrong), wrong);
            }
            assertEquals(413, commit(page, 1, 60, "{suspend_data: 'x'.repeat(2000000)}"));
            assertEquals(200, commit(page, 1, 61, "{core: {lesson_location: 'page \\u0000 5'}}"));
        }
    }

    @Test
    void an_address_that_has_ended_is_told_with_what_to_do_and_nothing_is_sent_any_more() {
        Running.Learner learner = Running.learner(pergola, "mika");
        String enrolment = enrol(learner, "Ended");
        try (BrowserContext context = browser.desk()) {
            for (int status : List.of(401, 403, 404, 410)) {
                AtomicInteger commits = new AtomicInteger();
                Page page = play(context, learner, enrolment);
                page.route("**/commit", route -> {
                    commits.incrementAndGet();
                    route.fulfill(new Route.FulfillOptions().setStatus(status));
                });
                part(page).locator("#bookmark").click();
                assertTold(page, "leave", "Go back to the course and open it again.");
                part(page).locator("#pass").click();
                page.waitForTimeout(500);
                assertEquals(1, commits.get(), "after " + status);
                page.close();
            }
        }
    }

    @Test
    void somebody_who_may_not_act_any_more_is_told_calmly_while_playing() {
        Running.Learner learner = Running.learner(pergola, "nora");
        String enrolment = enrol(learner, "Suspended meanwhile");
        try (BrowserContext context = browser.desk()) {
            Page page = play(context, learner, enrolment);
            pergola.admin().patch("api/v1/users/" + learner.id(), Map.of("status", "suspended")).expect(200);
            part(page).locator("#bookmark").click();
            assertTold(page, "leave", "not saved any more");
        }
    }

    @Test
    void the_portal_s_page_around_the_part_says_the_same() {
        Running.Learner learner = Running.learner(pergola, "oren");
        String course = steps.importPackage(Packages.single12("In the portal"));
        steps.enrol(learner, course);
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("courses/" + course).toString());
            page.locator("a[href*='/play/']").first().click();
            FrameLocator player = page.frameLocator("iframe.pg-content-frame");
            player.frameLocator("#part").locator("#bookmark").waitFor();
            page.route("**/commit", Route::abort);
            player.frameLocator("#part").locator("#bookmark").click();
            said(page, "Not saved").waitFor();
            player.locator("#state[data-kind=unsaved]").waitFor();
            page.unroute("**/commit");
            said(page, "Saved just now").waitFor();
            player.locator("#aloud", new FrameLocator.LocatorOptions().setHasText("Saved again"))
                    .waitFor();
        }
    }

    private static Locator said(Page page, String words) {
        return page.locator(".pg-player-saved", new Page.LocatorOptions().setHasText(words));
    }

    private String enrol(Running.Learner learner, String title) {
        return steps.enrol(learner, steps.importPackage(Packages.single12(title)));
    }

    private Page play(BrowserContext context, Running.Learner learner, String enrolment) {
        Page page = context.newPage();
        page.navigate(steps.launch(learner, enrolment));
        part(page).locator("#where").waitFor();
        return page;
    }

    private static FrameLocator part(Page page) {
        return page.frameLocator("#part");
    }

    private void assertResumes(BrowserContext context, Running.Learner learner, String enrolment, String place) {
        Page page = play(context, learner, enrolment);
        part(page).locator("#where", new FrameLocator.LocatorOptions().setHasText(place)).waitFor();
    }

    /** In the page, and in the region that assistive technology reads aloud. */
    private static void assertTold(Page page, String kind, String words) {
        page.locator("#state[data-kind=" + kind + "]", new Page.LocatorOptions().setHasText(words)).waitFor();
        page.locator("#aloud[role=status]", new Page.LocatorOptions().setHasText(words)).waitFor();
    }

    /** @return the status of the answer */
    private static int commit(Page page, int session, int sequence, String cmi) {
        return ((Number) page.evaluate("() => fetch('commit', {method: 'POST', body: JSON.stringify({item: 'one', session: "
                + session + ", sequence: " + sequence + ", finished: false, cmi: " + cmi
                + "})}).then(answer => answer.status)")).intValue();
    }
}
