package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;
import org.pergola.testing.Rest;

/** Signing in and out, one's own account, and settings: the rules that the server holds, seen in a browser. */
class SessionTest {

    private final Distribution pergola = Running.shared();
    private final Browser browser = Running.browser();
    private final Steps steps = new Steps(pergola);
    private final Wire wire = new Wire(pergola.url());

    @Test
    void a_deactivated_person_is_out_at_the_next_click_and_their_token_answers_401() {
        Running.Learner learner = Running.learner(pergola, "olga");
        String token = learner.rest(pergola).post("api/v1/tokens", Map.of("label", "reader")).expect(201).body()
                .path("token").asText();
        assertEquals(200, wire.withToken("api/v1/tokens", token).statusCode());
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            pergola.admin().delete("api/v1/users/" + learner.id()).expect(204);
            page.locator(".pg-top-nav a[href='/my-learning']").click();
            page.waitForURL("**/login**");
            page.navigate(pergola.url().resolve("account").toString());
            page.waitForURL("**/login**");
        }
        assertEquals(401, wire.withToken("api/v1/tokens", token).statusCode());
        learner.rest(pergola).get("api/v1/tokens").expect(401);
    }

    @Test
    void after_too_many_wrong_passwords_rest_answers_429_and_says_when_to_try_again() {
        Running.Learner learner = Running.learner(pergola, "paul");
        Rest guessing = Rest.basic(pergola.url(), learner.username(), "not this one at all");
        for (int i = 0; i < 5; i++) {
            guessing.get("api/v1/tokens").expect(401);
        }
        Rest.Answer locked = guessing.get("api/v1/tokens").expect(429);
        int seconds = Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(seconds >= 1 && seconds <= 5, "Retry-After: " + seconds);
        assertTrue(locked.detail().matches(".*\\d+ seconds?.*"), locked.detail());
        learner.rest(pergola).get("api/v1/tokens").expect(429);
    }

    @Test
    void after_too_many_wrong_passwords_the_login_page_says_when_to_try_again() {
        Running.Learner learner = Running.learner(pergola, "quinn");
        try (BrowserContext context = browser.desk()) {
            Page page = context.newPage();
            page.navigate(pergola.url().resolve("login").toString());
            Locator said = page.locator(".pg-login-outcome");
            for (int i = 0; i < 5; i++) {
                Steps.fillIn(page, learner.username(), "wrong password " + i);
                // The answer empties the field.
                page.waitForCondition(() -> page.locator("vaadin-password-field input").inputValue().isEmpty());
                assertTrue(said.innerText().contains("not right"), said.innerText());
            }
            Steps.fillIn(page, learner.username(), learner.password());
            said.filter(new Locator.FilterOptions().setHasText(Pattern.compile("try again in \\d+ seconds?"))).waitFor();
            assertTrue(page.url().contains("/login"), page.url());
        }
    }

    @Test
    void a_new_password_needs_the_old_one_and_strength_and_ends_the_other_sessions() {
        Running.Learner learner = Running.learner(pergola, "rosa");
        String wished = "three lamps over the harbour";
        try (BrowserContext here = browser.desk(); BrowserContext elsewhere = browser.desk()) {
            Page other = steps.signIn(elsewhere, learner.username(), learner.password());
            Page page = steps.signIn(here, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("account").toString());
            change(page, "never was it", wished, wished);
            said(page, 0, "not your present password");
            change(page, learner.password(), "short", "short");
            said(page, 1, "at least 8 characters");
            change(page, learner.password(), wished, wished + "!");
            said(page, 2, "not the same");
            change(page, learner.password(), wished, wished);
            page.locator(".pg-toast", new Page.LocatorOptions().setHasText("Your password is changed")).waitFor();
            page.locator(".pg-top-nav a[href='/my-learning']").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("My learning")).waitFor();
            other.locator(".pg-top-nav a[href='/my-learning']").click();
            other.waitForURL("**/login**");
        }
        pergola.as(learner.username(), wished).get("api/v1/tokens").expect(200);
        learner.rest(pergola).get("api/v1/tokens").expect(401);
    }

    private static void change(Page page, String old, String wished, String again) {
        Locator fields = page.locator("vaadin-password-field input");
        fields.nth(0).fill(old);
        fields.nth(1).fill(wished);
        fields.nth(2).fill(again);
        fields.nth(2).press("Tab");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Change password")).click();
    }

    private static void said(Page page, int field, String words) {
        page.locator("vaadin-password-field").nth(field).locator("[slot=error-message]",
                new Locator.LocatorOptions().setHasText(words)).waitFor();
    }

    @Test
    void signing_out_ends_the_session_also_for_who_goes_back() {
        Running.Learner learner = Running.learner(pergola, "sam");
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("account").toString());
            page.locator("h1", new Page.LocatorOptions().setHasText("Your account")).waitFor();
            page.locator("details.pg-menu summary").click();
            page.locator(".pg-menu-item", new Page.LocatorOptions().setHasText("Sign out")).click();
            page.waitForURL("**/login**");
            page.goBack();
            page.waitForURL("**/login**");
            page.locator("vaadin-password-field").waitFor();
        }
    }

    @Test
    void an_access_token_is_shown_once_works_and_is_taken_back_on_the_account_page() {
        Running.Learner learner = Running.learner(pergola, "tara");
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("account").toString());
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("New token")).click();
            Locator dialog = page.locator("[role=dialog]");
            dialog.locator("vaadin-text-field input").fill("rota import");
            dialog.locator("vaadin-button", new Locator.LocatorOptions().setHasText("New token")).click();
            Locator shown = page.locator("vaadin-text-field[readonly] input");
            shown.waitFor();
            String token = shown.inputValue();
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("I have kept it")).click();
            assertEquals(200, wire.withToken("api/v1/tokens", token).statusCode());
            assertFalse(wire.withToken("api/v1/tokens", token).body().contains(token), "its secret is shown once");
            page.locator(".pg-tokens vaadin-button[aria-label='Take back rota import']").click();
            page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Take it back")).click();
            page.locator(".pg-tokens", new Page.LocatorOptions().setHasText("You have no access token")).waitFor();
            assertEquals(401, wire.withToken("api/v1/tokens", token).statusCode());
        }
    }

    @Test
    void tokens_are_listed_and_taken_back_over_rest_by_their_owner_alone() {
        Running.Learner learner = Running.learner(pergola, "umar");
        Running.Learner other = Running.learner(pergola, "vera");
        learner.rest(pergola).post("api/v1/tokens", Map.of("label", "laptop")).expect(201);
        var items = learner.rest(pergola).get("api/v1/tokens").expect(200).body().path("items");
        assertEquals("laptop", items.path(0).path("label").asText());
        String path = "api/v1/tokens/" + items.path(0).path("id").asText();
        other.rest(pergola).delete(path).expect(404);
        learner.rest(pergola).delete(path).expect(204);
        learner.rest(pergola).delete(path).expect(404);
        assertEquals(0, learner.rest(pergola).get("api/v1/tokens").expect(200).body().path("items").size());
    }

    @Test
    void settings_say_what_is_wrong_beside_the_field_are_saved_and_keep_off_what_a_file_sets() throws IOException {
        Path file = pergola.data().resolve("etc/org.pergola.kernel.files.cfg");
        Files.createDirectories(file.getParent());
        try (BrowserContext context = browser.desk()) {
            Page page = steps.signIn(context, Distribution.ADMIN, Distribution.PASSWORD);
            page.navigate(settings());
            Locator upload = page.locator("vaadin-number-field").first();
            upload.locator("input").fill("0");
            save(page);
            upload.locator("[slot=error-message]", new Locator.LocatorOptions().setHasText("At least 1")).waitFor();
            upload.locator("input").fill("1000");
            save(page);
            page.locator(".pg-toast", new Page.LocatorOptions().setHasText("is saved")).waitFor();
            Files.writeString(file, "uploadMegabytes = 900\n");
            page.navigate(settings());
            Locator locked = page.locator(".pg-locked");
            locked.locator(".pg-pill", new Locator.LocatorOptions().setHasText("org.pergola.kernel.files.cfg")).waitFor();
            assertEquals("900", locked.locator("input").inputValue());
            assertTrue((Boolean) locked.locator("input").evaluate("field => field.readOnly"));
            Files.delete(file);
            page.navigate(settings());
            page.waitForCondition(() -> page.locator("vaadin-number-field input").first().inputValue().equals("1000"));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private String settings() {
        return pergola.url().resolve("admin/settings?pid=org.pergola.kernel.files").toString();
    }

    private static void save(Page page) {
        page.keyboard().press("Tab");
        page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Save changes")).click();
    }

    @Test
    void a_change_that_carries_the_cookie_comes_from_the_portals_own_pages() {
        Running.Learner learner = Running.learner(pergola, "wim");
        try (BrowserContext context = browser.desk()) {
            steps.signIn(context, learner.username(), learner.password());
            String cookie = context.cookies().stream().map(one -> one.name + "=" + one.value).findFirst().orElseThrow();
            String own = pergola.url().toString().replaceAll("/$", "");
            for (List<String> foreign : List.of(List.of("Sec-Fetch-Site", "cross-site"),
                    List.of("Sec-Fetch-Site", "same-site"), List.of("Sec-Fetch-Site", "none"),
                    List.of("Origin", "http://evil.example"), List.of("Origin", "null"),
                    List.of("Origin", own.replace("localhost", "127.0.0.1")), List.of("X-Nothing", "said"))) {
                assertEquals(403, wire.post("?v-r=uidl&v-uiId=0", cookie, foreign.get(0), foreign.get(1)).statusCode(),
                        foreign.toString());
                assertEquals(403, wire.webSocket(cookie, foreign.get(0), foreign.get(1)), foreign.toString());
            }
            HttpResponse<String> same = wire.post("?v-r=uidl&v-uiId=0", cookie, "Sec-Fetch-Site", "same-origin");
            assertEquals(200, same.statusCode(), same.body());
            assertEquals(101, wire.webSocket(cookie, "Origin", own));
        }
    }

    @Test
    void rest_reads_no_cookie() {
        Running.Learner learner = Running.learner(pergola, "xena");
        try (BrowserContext context = browser.desk()) {
            steps.signIn(context, learner.username(), learner.password());
            String cookie = context.cookies().stream().map(one -> one.name + "=" + one.value).findFirst().orElseThrow();
            assertEquals(401, wire.get("api/v1/tokens", "Cookie", cookie).statusCode());
            assertEquals(401, wire.get("api/v1/users/" + UUID.randomUUID(), "Cookie", cookie).statusCode());
        }
    }
}
