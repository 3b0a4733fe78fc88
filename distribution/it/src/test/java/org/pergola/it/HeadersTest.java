package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.testing.Distribution;

/** What each kind of answer tells the browser about what it may do with it. */
class HeadersTest {

    private final Distribution pergola = Running.shared();
    private final Steps steps = new Steps(pergola);
    private final Wire portal = new Wire(pergola.url());

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** Of the content policy, by directive. */
    private static Map<String, List<String>> policy(HttpResponse<?> answer) {
        Map<String, List<String>> policy = new LinkedHashMap<>();
        for (String directive : header(answer, "Content-Security-Policy").split(";")) {
            List<String> words = Arrays.asList(directive.strip().split(" +"));
            policy.put(words.get(0), words.subList(1, words.size()));
        }
        return policy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "", "admin", "no/such/page"})
    void a_page_of_the_portal_runs_only_its_own_scripts_and_is_framed_by_nobody(String path) {
        HttpResponse<String> page = portal.get(path);
        Map<String, List<String>> policy = policy(page);
        assertEquals(List.of("'none'"), policy.get("default-src"));
        for (String code : List.of("script-src", "style-src")) {
            assertEquals(2, policy.get(code).size(), policy.toString());
            assertEquals("'self'", policy.get(code).get(0));
            assertTrue(policy.get(code).get(1).matches("'nonce-[A-Za-z0-9_-]{20,}'"), policy.toString());
        }
        assertNotEquals(policy.get("script-src"), policy(portal.get(path)).get("script-src"), "a nonce serves once");
        assertEquals(List.of("'none'"), policy.get("frame-ancestors"));
        assertEquals(List.of("'none'"), policy.get("object-src"));
        assertEquals(List.of("'self'"), policy.get("form-action"));
        assertEquals(List.of(content()), policy.get("frame-src"));
        assertEquals("DENY", header(page, "X-Frame-Options"));
        assertEquals("nosniff", header(page, "X-Content-Type-Options"));
        assertEquals("same-origin", header(page, "Referrer-Policy"));
        assertEquals("same-origin", header(page, "Cross-Origin-Opener-Policy"));
        assertEquals("same-origin", header(page, "Cross-Origin-Resource-Policy"));
        assertTrue(header(page, "Permissions-Policy").contains("camera=()"));
        assertEquals("no-store", header(page, "Cache-Control"));
        String cookie = header(page, "Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite="), cookie);
        assertFalse(cookie.contains("Domain="), "the cookie is this host's alone: " + cookie);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell/pergola.css", "shell/garden.svg"})
    void a_file_of_the_portal_is_what_its_type_says_and_no_page(String path) {
        HttpResponse<String> file = portal.get(path);
        assertEquals(200, file.statusCode());
        assertEquals("nosniff", header(file, "X-Content-Type-Options"));
        assertEquals(List.of("'none'"), policy(file).get("default-src"));
        assertEquals("same-origin", header(file, "Cross-Origin-Resource-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/users", "api/v1/no/such/path", "api/openapi.json", "api/docs", "health/ready",
        "plugins/none/0/x.js", "play/none/", "files/none"})
    void data_is_stored_nowhere_shown_as_no_page_and_sets_no_cookie(String path) {
        assertData(portal.get(path, "Cookie", "JSESSIONID=nobodys"));
    }

    @Test
    void an_answer_of_rest_and_its_refusals_have_the_headers_of_data() {
        var admin = pergola.admin();
        assertData(admin.get("api/v1/users").expect(200).headers());
        assertData(admin.post("api/v1/users", Map.of("username", "")).expect(422).headers());
        assertData(admin.get("api/v1/no/such/path").expect(404).headers());
        assertData(Running.learner(pergola, "yara").rest(pergola).get("api/v1/users").expect(403).headers());
    }

    private void assertData(HttpResponse<?> answer) {
        assertData(answer.headers());
    }

    private static void assertData(java.net.http.HttpHeaders headers) {
        assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"));
        assertEquals(List.of("no-referrer"), headers.allValues("Referrer-Policy"));
        String policy = String.join(", ", headers.allValues("Content-Security-Policy"));
        assertTrue(policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'")
                && !policy.contains("script-src"), policy);
        assertEquals(List.of("no-store"), headers.allValues("Cache-Control"));
        assertEquals(List.of(), headers.allValues("Set-Cookie"));
    }

    @Test
    void content_is_framed_by_the_portal_alone_sets_no_cookie_and_is_not_on_the_portal() {
        Running.Learner learner = Running.learner(pergola, "zoe");
        String enrolment = steps.enrol(learner, steps.importPackage(Packages.single12("Framed")));
        URI launch = URI.create(steps.launch(learner, enrolment));
        Wire content = new Wire(URI.create(content() + "/"));
        HttpResponse<String> start = content.get(launch.getPath());
        assertEquals("no-store", header(start, "Cache-Control"));
        assertEquals("no-referrer", header(start, "Referrer-Policy"));
        String player = start.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> page = content.get(player);
        assertEquals(200, page.statusCode());
        Map<String, List<String>> policy = policy(page);
        assertEquals(List.of("'none'"), policy.get("default-src"));
        assertTrue(policy.get("script-src").stream().noneMatch(word -> word.contains("unsafe")), policy.toString());
        assertEquals(List.of(origin()), policy.get("frame-ancestors"));
        assertContent(page);
        HttpResponse<String> file = content.get(player + "files/imsmanifest.xml");
        assertTrue(policy(file).get("frame-ancestors").contains(origin()), file.headers().toString());
        assertContent(file);
        assertEquals(404, portal.get(player.substring(1)).statusCode());
    }

    private static void assertContent(HttpResponse<?> answer) {
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
        assertEquals("same-origin", header(answer, "Referrer-Policy"));
        assertEquals("", header(answer, "Set-Cookie"));
    }

    private String origin() {
        return "http://localhost:" + pergola.port();
    }

    private String content() {
        return "http://127.0.0.1:" + pergola.port();
    }
}
