package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.pergola.testing.Distribution;

/** What people do in more than one test, by REST and by browser. */
final class Steps {

    private final Distribution pergola;

    Steps(Distribution pergola) {
        this.pergola = pergola;
    }

    /** @return the new course's id */
    String importPackage(byte[] zip) {
        return pergola.admin().upload("POST", "api/v1/courses/import", "application/zip", zip).expect(201).body()
                .path("id").asText();
    }

    /** @return the enrolment's id */
    String enrol(Running.Learner learner, String course) {
        return pergola.admin().post("api/v1/courses/" + course + "/enrolments",
                Map.of("userId", learner.id().toString())).expect(201).body().path("id").asText();
    }

    /** @return the address that opens the first part once */
    String launch(Running.Learner learner, String enrolment) {
        return learner.rest(pergola).post("api/v1/enrolments/" + enrolment + "/launch", Map.of()).expect(200).body()
                .path("url").asText();
    }

    JsonNode progress(Running.Learner learner, String enrolment) {
        return learner.rest(pergola).get("api/v1/enrolments/" + enrolment + "/progress").expect(200).body();
    }

    JsonNode awaitStatus(Running.Learner learner, String enrolment, String status) {
        await(Duration.ofSeconds(10), () -> progress(learner, enrolment).path("status").asText().equals(status));
        JsonNode progress = progress(learner, enrolment);
        assertEquals(status, progress.path("status").asText(), progress.toString());
        return progress;
    }

    /** The page that stands open once the person has signed in. */
    Page signIn(BrowserContext context, String username, String password) {
        context.clearCookies();
        Page page = context.newPage();
        page.navigate(pergola.url().resolve("login").toString());
        fillIn(page, username, password);
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1").first().waitFor();
        return page;
    }

    /** Fills the form of the sign-in page and presses its button. */
    static void fillIn(Page page, String username, String password) {
        page.locator("vaadin-text-field input").fill(username);
        page.locator("vaadin-password-field input").fill(password);
        page.locator("vaadin-password-field input").press("Tab");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Sign in")).click();
    }

    /** Looks again and again until it holds or the time is over; the caller asserts what it wants to see. */
    static void await(Duration patience, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
