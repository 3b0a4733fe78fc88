package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;

/** Everything by the keys alone: no test here moves a pointer. */
class KeyboardTest {

    private static final int MANY = 60;
    /** The focused element, also inside a component's shadow. */
    private static final String FOCUSED = "(() => { let e = document.activeElement; "
            + "while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement; return e; })()";

    private final Distribution pergola = Running.shared();
    private final Browser browser = Running.browser();
    private final Steps steps = new Steps(pergola);

    @Test
    void a_learner_signs_in_finds_the_course_and_opens_the_player() {
        Running.Learner learner = Running.learner(pergola, "keya");
        String course = steps.importPackage(Packages.single12("Keys and locks"));
        steps.enrol(learner, course);
        try (BrowserContext context = browser.desk()) {
            Page page = signIn(context, learner.username(), learner.password());
            tabTo(page, "my-learning");
            page.keyboard().press("Enter");
            page.locator("h1", new Page.LocatorOptions().setHasText("My learning")).waitFor();
            tabTo(page, "courses/" + course);
            page.keyboard().press("Enter");
            page.waitForURL("**/courses/" + course + "**");
            tabTo(page, "/play/");
            page.keyboard().press("Enter");
            page.frameLocator("iframe.pg-content-frame").frameLocator("#part").locator("#where").waitFor();
        }
    }

    @Test
    void the_first_stop_skips_the_menu_and_the_menu_of_the_person_opens_and_closes() {
        Running.Learner learner = Running.learner(pergola, "keno");
        try (BrowserContext context = browser.desk()) {
            Page page = signIn(context, learner.username(), learner.password());
            page.navigate(pergola.url().resolve("account").toString());
            page.locator("h1").waitFor();
            page.keyboard().press("Tab");
            assertEquals("Skip to the content", focused(page, "textContent"));
            page.keyboard().press("Enter");
            assertEquals("content", focused(page, "id"));
            page.keyboard().press("Tab");
            assertTrue((Boolean) page.evaluate("document.querySelector('#content').contains(document.activeElement)"));
            Locator menu = page.locator("details.pg-menu");
            page.evaluate("document.activeElement.blur()");
            tabTo(page, "summary");
            page.keyboard().press("Enter");
            page.locator("details.pg-menu[open]").waitFor();
            page.keyboard().press("Tab");
            assertTrue((Boolean) menu.evaluate("menu => menu.contains(document.activeElement)"));
            page.keyboard().press("Escape");
            assertEquals("SUMMARY", focused(page, "tagName"));
            assertFalse((Boolean) menu.evaluate("menu => menu.open"));
            page.keyboard().press("Enter");
            tabTo(page, "Sign out");
            page.keyboard().press("Enter");
            page.waitForURL("**/login**");
        }
    }

    @Test
    void an_administrator_opens_a_person_and_comes_back_to_the_same_row() {
        Running.learner(pergola, "keil");
        try (BrowserContext context = browser.desk()) {
            Page page = signIn(context, Distribution.ADMIN, Distribution.PASSWORD);
            page.navigate(pergola.url().resolve("admin").toString());
            page.locator("h1").waitFor();
            tabTo(page, "admin/people");
            page.keyboard().press("Enter");
            page.locator("h1", new Page.LocatorOptions().setHasText("People")).waitFor();
            page.locator("vaadin-grid .pg-two").first().waitFor();
            tabTo(page, "Name, email or username");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Space");
            Locator panel = page.locator(".pg-list-beside");
            panel.locator("h2").first().waitFor();
            String row = where(page);
            tabTo(page, "Close");
            page.keyboard().press("Escape");
            page.waitForCondition(() -> !panel.isVisible());
            page.waitForCondition(() -> where(page).equals(row));
        }
    }

    @Test
    void the_dialog_of_a_plugin_is_answered_by_escape_and_gives_the_focus_back() {
        try (BrowserContext context = browser.desk()) {
            Page page = signIn(context, Distribution.ADMIN, Distribution.PASSWORD);
            page.navigate(pergola.url().resolve("admin/plugins").toString());
            page.locator("h1", new Page.LocatorOptions().setHasText("Plugins")).waitFor();
            page.locator("vaadin-checkbox input").first().waitFor();
            tabTo(page, "switch");
            page.keyboard().press("Space");
            Locator dialog = page.locator("[role=dialog] vaadin-button").first();
            dialog.waitFor();
            page.waitForCondition(() -> (Boolean) page.evaluate("!!document.activeElement.closest('vaadin-dialog')"));
            page.keyboard().press("Escape");
            page.waitForCondition(() -> dialog.count() == 0 || !dialog.isVisible());
            page.waitForCondition(() -> matches(page, "switch"));
            assertEquals(4, page.locator("vaadin-checkbox[checked]").count(), "nothing was switched");
        }
    }

    private Page signIn(BrowserContext context, String name, String password) {
        Page page = context.newPage();
        page.navigate(pergola.url().resolve("login").toString());
        page.locator("vaadin-password-field input").waitFor();
        page.waitForCondition(() -> "INPUT".equals(focused(page, "tagName")));
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> "password".equals(focused(page, "type")));
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1").first().waitFor();
        return page;
    }

    /** Presses Tab until what has the focus is the wished one, and asserts that each stop can be seen. */
    private static void tabTo(Page page, String wished) {
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            page.keyboard().press("Tab");
            way.append(where(page)).append(" | ");
            if (matches(page, wished)) {
                assertTrue((Boolean) page.evaluate("(() => { const e = " + FOCUSED + "; const r = (e.closest('label') "
                        + "|| e).getBoundingClientRect(); return r.width > 0 && r.height > 0; })()"), "not to be seen: " + way);
                return;
            }
        }
        throw new AssertionError("no way to " + wished + " by Tab: " + way);
    }

    private static boolean matches(Page page, String wished) {
        return (Boolean) page.evaluate("wished => { const e = " + FOCUSED + "; if (!e) return false; "
                + "const host = e.getRootNode().host || e.parentElement; return [e.getAttribute('href'), "
                + "e.getAttribute('placeholder'), e.getAttribute('aria-label'), e.tagName.toLowerCase(), "
                + "host && host.getAttribute('theme'), host && host.getAttribute('aria-label'), e.textContent]"
                + ".some(text => text && text.includes(wished)); }", wished);
    }

    private static String where(Page page) {
        return (String) page.evaluate("(() => { const e = " + FOCUSED + "; return e.tagName + ' ' + "
                + "(e.getAttribute('href') || e.getAttribute('aria-label') || e.textContent).trim().slice(0, 60); })()");
    }

    private static String focused(Page page, String property) {
        return (String) page.evaluate("property => { const e = " + FOCUSED + "; return e ? String(e[property]) : ''; }",
                property);
    }
}
