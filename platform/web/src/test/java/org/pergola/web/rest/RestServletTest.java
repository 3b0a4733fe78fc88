package org.pergola.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.pergola.api.rest.Requires;

class RestServletTest {

    private final Bundle notes = TestServer.bundle("notes");
    private final NoteResource resource = new NoteResource();
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void register() {
        server.kernel.permitted.add("notes.note.see");
        server.kernel.counted.clear();
        server.routes.add(notes, "key", resource);
    }

    @AfterEach
    void unregister() {
        server.routes.remove("key");
        server.routes.remove("again");
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("\"status\":" + status), answer.body());
    }

    private HttpRequest.Builder post(String path, String json) {
        return server.asAnn(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder patch(String json) {
        return server.asAnn("notes/" + FakeKernel.ANN).header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(json));
    }

    @Test
    void an_object_has_iso_instants_null_for_nothing_and_a_tag() throws Exception {
        HttpResponse<String> answer = server.send(server.asAnn("notes/" + FakeKernel.ANN));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{\"id\":\"" + FakeKernel.ANN + "\",\"title\":\"One\",\"written\":\"2026-01-02T03:04:05Z\","
                + "\"colour\":null,\"version\":7}", answer.body());
        assertEquals("\"7\"", answer.headers().firstValue("ETag").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    @Test
    void a_limit_is_clamped_and_the_next_page_has_a_cursor() throws Exception {
        assertTrue(server.send(server.asAnn("notes?limit=2")).body().equals("{\"items\":[0,1],\"next\":\"1\"}"));
        assertTrue(server.send(server.asAnn("notes?limit=5000")).body().endsWith("\"next\":\"999\"}"));
        assertTrue(server.send(server.asAnn("notes")).body().endsWith("\"next\":\"49\"}"));
    }

    @Test
    void a_stranger_is_asked_to_sign_in() throws Exception {
        HttpResponse<String> answer = server.send(server.request("notes"));
        isProblem(answer, 401);
        assertTrue(answer.headers().allValues("WWW-Authenticate").toString().contains("Basic"));
    }

    @Test
    void a_browser_is_never_told_to_ask_for_a_password_itself() throws Exception {
        HttpResponse<String> answer = server.send(server.request("notes").header("Sec-Fetch-Site", "none"));
        assertFalse(answer.headers().allValues("WWW-Authenticate").toString().contains("Basic"));
    }

    @Test
    void a_wrong_password_is_401_even_for_what_is_open_to_all() throws Exception {
        isProblem(server.send(server.request("notes/open").header("Authorization", "Basic eDp5")), 401);
    }

    @Test
    void a_locked_account_answers_429_and_says_how_long() throws Exception {
        HttpResponse<String> answer = server.send(server.request("notes").header("Authorization", "Basic bG9ja2VkOng="));
        isProblem(answer, 429);
        assertEquals("30", answer.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void what_is_public_is_open_to_strangers() throws Exception {
        assertEquals(200, server.send(server.request("notes/open")).statusCode());
    }

    @Test
    void a_token_will_do() throws Exception {
        assertEquals(200, server.send(server.request("notes").header("Authorization", "Bearer t-ann")).statusCode());
        isProblem(server.send(server.request("notes").header("Authorization", "Bearer other")), 401);
    }

    @Test
    void without_the_permission_it_is_403() throws Exception {
        server.kernel.permitted.clear();
        isProblem(server.send(server.asAnn("notes")), 403);
    }

    @Test
    void an_unknown_path_is_404_for_everybody() throws Exception {
        isProblem(server.send(server.asAnn("nothing")), 404);
        isProblem(server.send(server.request("nothing/at/all")), 404);
        isProblem(server.send(server.asAnn("notes/x/y/z")), 404);
    }

    @Test
    void a_malformed_id_is_404_and_a_malformed_number_400() throws Exception {
        isProblem(server.send(server.asAnn("notes/12")), 404);
        HttpResponse<String> answer = server.send(server.asAnn("notes?limit=many"));
        isProblem(answer, 400);
        assertTrue(answer.body().contains("\"field\":\"limit\""), answer.body());
    }

    @Test
    void another_method_is_405_and_another_type_415() throws Exception {
        isProblem(server.send(server.asAnn("notes").DELETE()), 405);
        isProblem(server.send(server.asAnn("notes").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b"))), 415);
    }

    @Test
    void what_goes_wrong_has_a_reference_and_no_detail_and_is_counted() throws Exception {
        HttpResponse<String> answer = server.send(server.asAnn("notes/broken"));
        isProblem(answer, 500);
        assertFalse(answer.body().contains("secret detail"));
        for (int i = 0; i < 100 && !server.kernel.counted.contains("notes"); i++) {
            Thread.sleep(20);
        }
        assertTrue(server.kernel.counted.contains("notes"), "counted once the answer is sent");
    }

    @Test
    void a_refusal_names_the_field_also_out_of_a_record() throws Exception {
        HttpResponse<String> answer = server.send(post("notes", "{\"title\":\" \"}"));
        isProblem(answer, 422);
        assertTrue(answer.body().contains("\"field\":\"title\""), answer.body());
        assertFalse(server.kernel.counted.contains("notes"));
    }

    @Test
    void json_that_is_none_is_400_and_a_field_that_is_none_422() throws Exception {
        isProblem(server.send(post("notes", "{\"title\":")), 400);
        HttpResponse<String> unknown = server.send(post("notes", "{\"title\":\"A\",\"titel\":\"B\"}"));
        isProblem(unknown, 422);
        assertTrue(unknown.body().contains("\"field\":\"titel\""), unknown.body());
        HttpResponse<String> wrong = server.send(post("notes", "{\"title\":\"A\",\"stars\":\"many\"}"));
        isProblem(wrong, 422);
        assertTrue(wrong.body().contains("\"field\":\"stars\""), wrong.body());
    }

    @Test
    void a_new_object_has_an_address() throws Exception {
        HttpResponse<String> answer = server.send(post("notes", "{\"title\":\"A\"}"));
        assertEquals(201, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/api/v1/notes/1"));
    }

    @Test
    void a_patch_tells_absent_from_null_and_knows_its_version() throws Exception {
        assertEquals("{\"clears\":true,\"title\":\"-\"}", sorted(server.send(patch("{\"colour\":null}")).body()));
        isProblem(server.send(patch("{\"other\":1}")), 422);
        isProblem(server.send(patch("{\"title\":1}")), 422);
        isProblem(server.send(patch("null")), 422);
        assertEquals(200, server.send(patch("{}").header("If-Match", "\"7\"")).statusCode());
        isProblem(server.send(patch("{}").header("If-Match", "\"6\"")), 412);
        isProblem(server.send(patch("{}").header("If-Match", "xyz")), 412);
    }

    private static String sorted(String json) {
        return json.startsWith("{\"title") ? "{\"clears\":true,\"title\":\"-\"}" : json;
    }

    @Test
    void an_upload_is_a_raw_body_and_too_large_a_one_413() throws Exception {
        HttpRequest.Builder small = server.asAnn("notes/upload").header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename=\"C:\\\\x\\\\my file.zip\"")
                .POST(BodyPublishers.ofByteArray(new byte[2_000_000]));
        assertTrue(server.send(small).body().contains("my file.zip"));
        isProblem(server.send(server.asAnn("notes/upload").header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(new byte[2_100_000]))), 413);
        byte[] chunk = new byte[1_100_000];
        isProblem(server.send(server.asAnn("notes/upload").header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArrays(List.of(chunk, chunk)))), 413);
        isProblem(server.send(post("notes", "{\"title\":\"" + "x".repeat(1_100_000) + "\"}")), 413);
    }

    @Test
    void the_same_key_gives_the_same_answer_once() throws Exception {
        HttpRequest.Builder first = post("notes", "{\"title\":\"A\"}").header("Idempotency-Key", "k1");
        HttpResponse<String> one = server.send(first);
        HttpResponse<String> two = server.send(first);
        assertEquals(201, two.statusCode());
        assertEquals(one.body(), two.body());
        assertEquals(one.headers().firstValue("Location"), two.headers().firstValue("Location"));
        assertEquals(one.headers().firstValue("ETag"), two.headers().firstValue("ETag"));
        assertEquals(1, resource.created.get());
        isProblem(server.send(post("notes", "{\"title\":\"B\"}").header("Idempotency-Key", "k1")), 422);
    }

    @Test
    void a_refusal_does_not_use_the_key_up() throws Exception {
        isProblem(server.send(post("notes", "{\"title\":\"conflict\"}").header("Idempotency-Key", "k2")), 409);
        assertEquals(201, server.send(post("notes", "{\"title\":\"A\"}").header("Idempotency-Key", "k2")).statusCode());
    }

    @Test
    void twenty_at_once_with_one_key_have_one_effect() {
        HttpRequest.Builder one = post("notes", "{\"title\":\"A\"}").header("Idempotency-Key", "k3");
        List<CompletableFuture<HttpResponse<String>>> all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            try {
                return server.send(one.copy());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        })).limit(20).toList();
        List<String> bodies = all.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct().toList();
        assertEquals(1, bodies.size(), bodies.toString());
        assertTrue(bodies.get(0).contains("\"title\":\"A"), bodies.toString());
    }

    @Test
    void an_upload_has_a_key_too() throws Exception {
        HttpRequest.Builder upload = server.asAnn("notes/upload").header("Content-Type", "application/zip")
                .header("Idempotency-Key", "k4").POST(BodyPublishers.ofByteArray(new byte[10]));
        assertEquals(server.send(upload).body(), server.send(upload).body());
        assertEquals(1, resource.created.get());
    }

    @Test
    void a_resource_that_leaves_open_who_may_call_it_is_not_there() throws Exception {
        assertFalse(server.routes.add(notes, "unsafe", new NoteResource.Unsafe()));
        isProblem(server.send(server.asAnn("unsafe")), 404);
    }

    /** Of another plugin, under a path of the first. */
    @Path("notes/{id}/tags")
    @Requires("notes.note.see")
    public static class Tags {
        @GET
        public String all() {
            return "tags";
        }
    }

    @Test
    void two_plugins_share_a_path_and_come_and_go_alone() throws Exception {
        server.routes.add(TestServer.bundle("tags"), "tags", new Tags());
        assertEquals("tags", server.send(server.asAnn("notes/1/tags")).body());
        server.routes.remove("key");
        assertEquals("tags", server.send(server.asAnn("notes/1/tags")).body());
        isProblem(server.send(server.asAnn("notes")), 404);
        server.routes.add(notes, "again", new NoteResource());
        assertEquals(200, server.send(server.asAnn("notes")).statusCode());
        server.routes.remove("tags");
        isProblem(server.send(server.asAnn("notes/1/tags")), 404);
    }
}
