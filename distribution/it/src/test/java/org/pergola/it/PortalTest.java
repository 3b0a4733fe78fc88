package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;

/** The portal and the administration in a browser, as people use them. */
class PortalTest {

    private final Distribution pergola = Running.shared();
    private final Browser browser = Running.browser();
    private final Steps steps = new Steps(pergola);

    @Test
    void a_learner_signs_in_plays_to_the_end_and_the_score_outlives_a_restart() {
        Running.Learner learner = Running.learner(pergola, "grace");
        String course = steps.importPackage(Packages.single12("Moving and handling"));
        String enrolment = steps.enrol(learner, course);
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("courses/" + course).toString());
            page.locator("a[href*='/play/']").first().click();
            FrameLocator part = page.frameLocator("iframe.pg-content-frame").frameLocator("#part");
            part.locator("#where").waitFor();
            Browser.shoot(page, "player");
            part.locator("#pass").click();
            page.frameLocator("iframe.pg-content-frame").locator("#state[data-kind=saved]").waitFor();
        }
        assertPassed(learner, enrolment);
        pergola.stop();
        pergola.start();
        assertPassed(learner, enrolment);
    }

    @Test
    void content_that_reaches_for_the_portal_gets_nothing() {
        Running.Learner learner = Running.learner(pergola, "henry");
        String course = steps.importPackage(Packages.hostile("Reaching out"));
        steps.enrol(learner, course);
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("courses/" + course).toString());
            page.locator("a[href*='/play/']").first().click();
            String out = page.frameLocator("iframe.pg-content-frame").frameLocator("#part").locator("#out").innerText();
            assertTrue(out.contains("cookie: none"), out);
            assertTrue(out.contains("portal: refused"), out);
            assertTrue(out.contains("storage: refused"), out);
            page.waitForTimeout(1_000);
            assertTrue(page.url().startsWith(pergola.url() + "courses/" + course), page.url());
        }
    }

    @Test
    void a_wrong_password_is_answered_with_a_sentence_and_strangers_are_sent_to_sign_in() {
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(pergola.url().resolve("admin/people").toString());
            page.waitForURL("**/login**");
            Steps.fillIn(page, Distribution.ADMIN, "nothing like it");
            page.locator("[role=alert]", new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile("\\w{4,}")))
                    .waitFor();
            assertTrue(page.url().contains("/login"), page.url());
        }
    }

    @Test
    void sign_in_gives_a_new_session_and_signing_out_ends_it() {
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(pergola.url().resolve("login").toString());
            page.locator("input[type=password]").waitFor();
            String before = session(context);
            Steps.fillIn(page, Distribution.ADMIN, Distribution.PASSWORD);
            page.waitForURL(url -> !url.contains("/login"));
            assertFalse(session(context).equals(before), "the session has the id that a stranger had");
            assertTrue(context.cookies().stream().allMatch(cookie -> cookie.httpOnly));
        }
    }

    @Test
    void no_screen_has_a_violation_of_wcag_or_of_the_content_policy() {
        Running.Learner learner = Running.learner(pergola, "ines");
        String course = steps.importPackage(Packages.two12("Fire safety on the ward"));
        steps.enrol(learner, course);
        List<String> found = new ArrayList<>();
        try (BrowserContext context = browser.desk(); BrowserContext phone = browser.phone();
                BrowserContext dark = browser.deskInTheDark(); BrowserContext desk = browser.desk()) {
            Page stranger = context.newPage();
            look(stranger, "login", "login", found);
            Page admin = steps.signIn(context, Distribution.ADMIN, Distribution.PASSWORD);
            for (String path : List.of("admin", "admin/courses", "admin/courses/" + course, "admin/people",
                    "admin/units", "admin/roles", "admin/plugins", "admin/settings", "admin/changes", "admin/help")) {
                look(admin, path, "light", found);
            }
            List<String> portal = List.of("", "catalogue", "my-learning", "courses/" + course, "help", "account");
            for (Map.Entry<String, BrowserContext> one : Map.of("light", desk, "dark", dark, "phone", phone).entrySet()) {
                Page page = steps.signIn(one.getValue(), learner.username(), learner.password());
                for (String path : portal) {
                    look(page, path, one.getKey(), found);
                }
            }
            Page darkAdmin = steps.signIn(dark, Distribution.ADMIN, Distribution.PASSWORD);
            for (String path : List.of("admin", "admin/people", "admin/plugins")) {
                look(darkAdmin, path, "dark", found);
            }
        }
        assertEquals(List.of(), found);
    }

    private void look(Page page, String path, String name, List<String> found) {
        List<String> refused = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        page.navigate(pergola.url().resolve(path).toString());
        page.locator("h1").first().waitFor();
        page.waitForTimeout(400);
        String screen = (path.isEmpty() ? "home" : path.replaceAll("/[0-9a-f-]{36}", "-one").replace('/', '-')) + "-" + name;
        Browser.shoot(page, screen);
        new AxeBuilder(page).exclude("iframe").analyze().getViolations().forEach(violation -> found.add(screen + ": "
                + violation.getId() + " at " + violation.getNodes().get(0).getTarget()));
        refused.forEach(message -> found.add(screen + ": " + message));
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            found.add(screen + ": scrolls sideways");
        }
    }

    private static String session(BrowserContext context) {
        return context.cookies().stream().map(cookie -> cookie.name + "=" + cookie.value).sorted().toList().toString();
    }

    private void assertPassed(Running.Learner learner, String enrolment) {
        JsonNode progress = steps.progress(learner, enrolment);
        assertEquals("completed", progress.path("status").asText(), progress.toString());
        assertEquals(0.85, progress.path("score").asDouble(), 0.001, progress.toString());
    }
}
