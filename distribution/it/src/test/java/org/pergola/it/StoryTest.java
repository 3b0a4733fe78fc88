package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;

/** A package is imported, a person enrolled; the person opens it by a launch address and plays it to the end. */
class StoryTest {

    private final Distribution pergola = Running.shared();
    private final Browser browser = Running.browser();
    private final Steps steps = new Steps(pergola);

    @Test
    void a_scorm_1_2_package_is_resumed_and_passed_with_its_score() {
        Running.Learner learner = Running.learner(pergola, "amara");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.single12("Hand hygiene")));
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(steps.launch(learner, enrolment));
            FrameLocator part = page.frameLocator("#part");
            part.locator("#where", new FrameLocator.LocatorOptions().setHasText("at the start")).waitFor();
            part.locator("#bookmark").click();
            page.locator("#state[data-kind=saved]").waitFor();
            page.reload();
            page.frameLocator("#part").locator("#where", new FrameLocator.LocatorOptions().setHasText("page 3")).waitFor();
            page.frameLocator("#part").locator("#pass").click();
            page.locator("#state[data-kind=saved]").waitFor();
        }
        JsonNode progress = steps.awaitStatus(learner, enrolment, "completed");
        assertEquals(0.85, progress.path("score").asDouble(), 0.001, progress.toString());
    }

    @Test
    void parts_get_their_parameters_and_a_silent_one_is_complete_when_it_finishes() {
        Running.Learner learner = Running.learner(pergola, "ben");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.two12("Two parts")));
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(steps.launch(learner, enrolment));
            page.frameLocator("#part").locator("#chapter", new FrameLocator.LocatorOptions().setHasText("?chapter=seven"))
                    .waitFor();
            page.locator("#next").click();
            page.frameLocator("#part").locator("#pass").click();
            page.locator("[data-part=quiz][data-state=passed]").waitFor();
            page.locator("[data-part=silent][data-state=done]").waitFor();
        }
        steps.awaitStatus(learner, enrolment, "completed");
    }

    @Test
    void a_scorm_2004_package_fails_is_resumed_and_reaches_its_passing_score() {
        Running.Learner learner = Running.learner(pergola, "cora");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.single2004("Modern lesson")));
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(steps.launch(learner, enrolment));
            page.frameLocator("#part").locator("#half").click();
            page.locator("#state[data-kind=saved]").waitFor();
            page.reload();
            page.frameLocator("#part").locator("#entry", new FrameLocator.LocatorOptions().setHasText("resume page-4"))
                    .waitFor();
            assertFalse(steps.progress(learner, enrolment).path("status").asText().equals("completed"));
            page.frameLocator("#part").locator("#most").click();
            page.locator("#state[data-kind=saved]").waitFor();
        }
        JsonNode progress = steps.awaitStatus(learner, enrolment, "completed");
        assertEquals(0.9, progress.path("score").asDouble(), 0.001, progress.toString());
    }

    @Test
    void a_launch_address_works_once_and_its_player_can_be_reloaded() {
        Running.Learner learner = Running.learner(pergola, "dina");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.single12("Once")));
        String url = steps.launch(learner, enrolment);
        try (BrowserContext context = browser.desk(); BrowserContext stranger = browser.desk()) {
            Page page = context.newPage();
            page.navigate(url);
            page.frameLocator("#part").locator("#where").waitFor();
            page.reload();
            page.frameLocator("#part").locator("#where").waitFor();
            assertEquals(404, stranger.newPage().navigate(url).status());
            assertTrue(context.cookies().isEmpty(), "the content origin sets no cookie");
        }
    }
}
