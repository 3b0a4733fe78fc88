package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;
import org.pergola.testing.PluginJar;

/** Plugins are updated under the hands of people: nobody is told that something failed, nobody loses their place. */
class SwapTest {

    private static final int ROUNDS = Integer.getInteger("pergola.swap.rounds", 20);
    private static final List<String> PLUGINS = List.of("learning", "courses", "scorm");

    /** Of its own: it counts class loaders, and pages that another test left open would be counted with them. */
    private static Distribution pergola;

    @BeforeAll
    static void start() {
        pergola = Distribution.start("swap");
    }

    @AfterAll
    static void stop() {
        pergola.close();
    }

    @TempDir
    private Path folder;

    @Test
    void twenty_updates_of_each_while_a_learner_plays_and_an_administrator_looks_on() throws IOException {
        Running.Learner learner = Running.learner(pergola, "eve");
        Steps steps = new Steps(pergola);
        String course = steps.importPackage(Packages.single12("While it changes"));
        String enrolment = steps.enrol(learner, course);
        String url = steps.launch(learner, enrolment);
        try (Browser browser = new Browser(); BrowserContext context = browser.desk();
                Traffic traffic = Traffic.of(pergola.admin(), List.of("api/v1/courses", "api/v1/users",
                        "api/v1/enrolments/" + enrolment + "/progress", "api/v1/plugins", "api/v1/courses/" + course))) {
            Page player = context.newPage();
            player.navigate(url);
            FrameLocator part = player.frameLocator("#part");
            part.locator("#bookmark").click();
            player.locator("#state[data-kind=saved]").waitFor();
            List<Long> visible = updateAll();
            part.locator("#pass").click();
            player.locator("#state[data-kind=saved]").waitFor();
            List<String> failures = traffic.end();
            assertEquals(List.of(), failures, traffic.answered() + " requests");
            Collections.sort(visible);
            System.out.println(ROUNDS + " updates of each of " + PLUGINS + ", " + traffic.answered()
                    + " requests beside them, none failed; from Bundle.update to visible: median "
                    + visible.get(visible.size() / 2) + " ms, longest " + visible.get(visible.size() - 1) + " ms");
        }
        assertEquals(0.85, steps.progress(learner, enrolment).path("score").asDouble(), 0.001);
        oneLoaderEach();
    }

    private List<Long> updateAll() throws IOException {
        List<Long> visible = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (String id : PLUGINS) {
                PluginJar next = PluginJar.of(id).version("1.0." + round);
                if (id.equals("learning") && round % 5 == 0) {
                    next = next.withClass("Added" + round);
                }
                Path file = next.write(folder);
                Distribution.Said said = pergola.command("plugin", "update", id, file.toString(), "--output", "json");
                assertEquals(0, said.exitCode(), id + " " + round + ": " + said.output());
                visible.add(JsonMapper.builder().build().readTree(said.output()).path("visibleMillis").asLong());
                Files.delete(file);
            }
        }
        return visible;
    }

    /** Each asking collects twice; what ended a moment ago may still be on its way out. */
    private void oneLoaderEach() throws IOException {
        JsonNode counts = loaders();
        for (int again = 0; again < 10 && !oneEach(counts); again++) {
            counts = loaders();
        }
        assertTrue(oneEach(counts), counts.toString());
    }

    private JsonNode loaders() throws IOException {
        Distribution.Said said = pergola.command("plugin", "loaders", "--output", "json");
        assertEquals(0, said.exitCode(), said.output());
        return JsonMapper.builder().build().readTree(said.output());
    }

    private static boolean oneEach(JsonNode counts) {
        return PLUGINS.stream().allMatch(id -> counts.path(id).asInt() == 1);
    }
}
