package org.pergola.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.web.http.RequestRules.Asked;
import org.pergola.web.http.RequestRules.Verdict;

class RequestRulesTest {

    private static final Verdict TO_PORTAL = new Verdict.ToPortal();

    private static Origins origins(Map<String, String> properties) {
        Origins origins = Origins.of(properties::get);
        origins.listensOn(8080);
        return origins;
    }

    private static Verdict judge(Origins origins, Asked asked) {
        return new RequestRules(origins).judge(asked);
    }

    private static Asked get(String host, String path) {
        return new Asked("GET", path, host, "127.0.0.1", false, false, Optional.empty(), Optional.empty());
    }

    private static Asked cookiePost(String path, String fetchSite, String origin) {
        return new Asked("POST", path, "localhost:8080", "127.0.0.1", true, false,
                Optional.ofNullable(fetchSite), Optional.ofNullable(origin));
    }

    private static Verdict pass(Side side) {
        return new Verdict.Pass(side);
    }

    private static Verdict refuse(int status) {
        return new Verdict.Refuse(status);
    }

    @Test
    void on_loopback_the_portal_is_localhost_and_content_the_other_name() {
        Origins origins = origins(Map.of());
        assertEquals("http://localhost:8080", origins.portal());
        assertEquals(Optional.of("http://127.0.0.1:8080"), origins.content());
        assertEquals(pass(Side.PORTAL), judge(origins, get("localhost:8080", "/courses")));
        assertEquals(pass(Side.CONTENT), judge(origins, get("127.0.0.1:8080", "/play/abc/")));
        assertEquals(refuse(404), judge(origins, get("localhost:8080", "/play/abc/")));
        assertEquals(refuse(404), judge(origins, get("[::1]:8080", "/play/abc/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "[::1]:8080"})
    void a_page_asked_for_by_another_loopback_name_is_on_the_portal(String host) {
        assertEquals(TO_PORTAL, judge(origins(Map.of()), get(host, "/admin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users", "/health/ready", "/metrics"})
    void machines_are_answered_by_every_loopback_name(String path) {
        assertEquals(pass(Side.PORTAL), judge(origins(Map.of()), get("localhost:8080", path)));
        assertEquals(pass(Side.CONTENT), judge(origins(Map.of()), get("127.0.0.1:8080", path)));
        assertEquals(pass(Side.BACK), judge(origins(Map.of()), get("[::1]:8080", path)));
    }

    @Test
    void a_package_cannot_reach_rest_on_its_own_origin() {
        Asked fetch = new Asked("GET", "/api/v1/users", "127.0.0.1:8080", "127.0.0.1", false, false,
                Optional.of("same-origin"), Optional.empty());
        assertEquals(refuse(404), judge(origins(Map.of()), fetch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "", "a b", "192.168.1.5:8080"})
    void a_name_that_is_not_ours_is_refused(String host) {
        assertEquals(refuse(421), judge(origins(Map.of()), get(host, "/")));
    }

    @Test
    void the_address_that_a_connection_came_in_at_is_a_name_while_none_is_configured() {
        Origins open = origins(Map.of("pergola.listen", "0.0.0.0"));
        Asked asked = new Asked("GET", "/", "192.168.1.5:8080", "192.168.1.5", false, false, Optional.empty(),
                Optional.empty());
        assertEquals(pass(Side.PORTAL), judge(open, asked));
        assertEquals(Optional.empty(), open.content(), "and packages have no origin");
    }

    @Test
    void configured_hosts_are_the_two_origins() {
        Origins origins = origins(Map.of("pergola.host", "https://learn.example.org", "pergola.content.host",
                "https://content.example.org", "pergola.listen", "0.0.0.0"));
        assertEquals("https://learn.example.org", origins.portal());
        assertEquals(Optional.of("https://content.example.org"), origins.content());
        assertEquals(pass(Side.PORTAL), judge(origins, get("learn.example.org", "/")));
        assertEquals(refuse(404), judge(origins, get("learn.example.org", "/play/abc/")));
        assertEquals(pass(Side.CONTENT), judge(origins, get("content.example.org", "/play/abc/")));
        assertEquals(refuse(404), judge(origins, get("content.example.org", "/")));
        assertEquals(refuse(404), judge(origins, get("content.example.org", "/api/v1/users")));
        assertEquals(pass(Side.BACK), judge(origins, get("127.0.0.1:8080", "/api/v1/users")));
        assertEquals(refuse(421), judge(origins, get("other.example.org", "/")));
    }

    @Test
    void a_second_port_will_do_for_content() {
        Origins origins = origins(Map.of("pergola.content.port", "8081"));
        assertEquals(Optional.of("http://localhost:8081"), origins.content());
        assertEquals(pass(Side.CONTENT), judge(origins, get("localhost:8081", "/play/abc/")));
        assertEquals(refuse(404), judge(origins, get("localhost:8081", "/")));
        assertEquals(pass(Side.PORTAL), judge(origins, get("localhost:8080", "/")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "same-origin, -, pass", "same-origin, http://localhost:8080, pass", "-, http://localhost:8080, pass",
        "cross-site, http://evil.example, refuse", "same-site, http://localhost:9000, refuse",
        "none, -, refuse", "-, http://evil.example, refuse", "-, null, refuse", "-, -, refuse",
        "-, http://127.0.0.1:8080, refuse", "cross-site, http://localhost:8080, refuse"})
    void a_change_with_the_cookie_comes_from_our_own_pages(String fetchSite, String origin, String verdict) {
        assertEquals(verdict.equals("pass") ? pass(Side.PORTAL) : refuse(403),
                judge(origins(Map.of()), cookiePost("/VAADIN/x", fetchSite, origin)));
    }

    @Test
    void a_change_without_the_cookie_is_nobodys_session() {
        Asked asked = new Asked("POST", "/x", "localhost:8080", "127.0.0.1", false, false, Optional.of("cross-site"),
                Optional.empty());
        assertEquals(pass(Side.PORTAL), judge(origins(Map.of()), asked));
    }

    @Test
    void rest_reads_no_cookie_but_another_sites_page_may_not_change_anything_there() {
        assertEquals(pass(Side.PORTAL), judge(origins(Map.of()), cookiePost("/api/v1/users", null, null)));
        assertEquals(refuse(403), judge(origins(Map.of()), cookiePost("/api/v1/users", "cross-site", null)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"same-origin, http://localhost:8080, pass", "-, http://localhost:8080, pass",
        "cross-site, http://evil.example, refuse", "-, http://evil.example, refuse", "-, -, refuse"})
    void a_web_socket_is_opened_by_our_own_pages(String fetchSite, String origin, String verdict) {
        Asked asked = new Asked("GET", "/", "localhost:8080", "127.0.0.1", true, true, Optional.ofNullable(fetchSite),
                Optional.ofNullable(origin));
        assertEquals(verdict.equals("pass") ? pass(Side.PORTAL) : refuse(403), judge(origins(Map.of()), asked));
    }

    @Test
    void an_upload_that_is_no_picture_is_not_on_the_portal() {
        assertEquals(pass(Side.PORTAL), judge(origins(Map.of()), get("localhost", "/files/" + "0a".repeat(32))));
        assertEquals(refuse(404), judge(origins(Map.of()), get("localhost", "/files/abc.def")));
    }
}
