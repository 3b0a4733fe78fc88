package org.pergola.web.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pergola.api.content.ContentHandler;
import org.pergola.api.content.ContentHost.Launch;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;
import org.pergola.api.file.FileSets;
import org.pergola.web.http.Origins;
import org.pergola.web.rest.FakeDatabase;
import org.pergola.web.rest.FakeKernel;

class PlayTest {

    private static final UUID SET = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final byte[] VIDEO = new byte[100_000];

    private static final FakeKernel KERNEL = new FakeKernel();
    private static final Origins ORIGINS = Origins.of(Map.<String, String>of()::get);
    private static Server server;
    private static Content content;
    private static FakeHandlers handlers;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < VIDEO.length; i++) {
            VIDEO[i] = (byte) i;
        }
        handlers = new FakeHandlers();
        content = new Content(ORIGINS, new FakeDatabase(), KERNEL);
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new PlayServlet(content, handlers, new PackageFiles(new OneSet()), KERNEL,
                KERNEL, KERNEL)), "/play/*");
        server.setHandler(context);
        server.start();
        ORIGINS.listensOn(connector.getLocalPort());
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    /** A package of three files. */
    private static final class OneSet implements FileSets {
        private final Map<String, byte[]> files = Map.of("index.html", "<p>Hello".getBytes(StandardCharsets.UTF_8),
                "media/Film.mp4", VIDEO, "data.bin2", new byte[] {1, 2, 3});

        @Override
        public FileSet unpack(String name, InputStream zip) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<FileSet> find(UUID id) {
            return id.equals(SET) ? Optional.of(new FileSet() {
                @Override
                public UUID id() {
                    return SET;
                }

                @Override
                public SortedMap<String, Blobs.Blob> files() {
                    SortedMap<String, Blobs.Blob> blobs = new TreeMap<>();
                    files.forEach((path, bytes) -> blobs.put(path, new Blobs.Blob(Secrets.hex(bytes), bytes.length)));
                    return blobs;
                }

                @Override
                public Optional<InputStream> open(String path) {
                    return Optional.ofNullable(files.get(path)).map(ByteArrayInputStream::new);
                }

                @Override
                public Optional<byte[]> read(String path, int limit) {
                    return Optional.ofNullable(files.get(path));
                }
            }) : Optional.empty();
        }

        @Override
        public void delete(UUID id) {
            throw new UnsupportedOperationException();
        }
    }

    /** One handler, that says what it is asked. */
    private static final class FakeHandlers implements PlayServlet.Answering {
        private boolean there = true;

        @Override
        public Optional<ContentHandler.Answer> answer(Launch launch, ContentHandler.Request request) {
            if (!there) {
                return Optional.empty();
            }
            try {
                return Optional.of(request.path().isEmpty() ? ContentHandler.Answer.html("<script nonce=\""
                        + request.nonce() + "\"></script>") : ContentHandler.Answer.json("{\"got\":\""
                        + new String(request.body().readAllBytes(), StandardCharsets.UTF_8) + "\",\"as\":\""
                        + KERNEL.person() + "\",\"context\":\"" + request.launch().context() + "\"}"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Optional<org.osgi.framework.Bundle> bundle(Launch launch) {
            return Optional.of((org.osgi.framework.Bundle) Proxy.newProxyInstance(PlayTest.class.getClassLoader(),
                    new Class<?>[] {org.osgi.framework.Bundle.class}, (proxy, method, arguments) ->
                            method.getName().equals("getEntry")
                                    ? PlayTest.class.getResource("/" + ((String) arguments[0]).replace("web/", "db/"))
                                    : null));
        }
    }

    private static URI open(String attempt) {
        return content.open(new Launch(SET, "notes", FakeKernel.ANN, Map.of("attempt", attempt)));
    }

    private static HttpResponse<byte[]> get(URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The address of the player's page. */
    private static URI started(String attempt) throws Exception {
        URI once = open(attempt);
        HttpResponse<byte[]> answer = get(once);
        assertEquals(303, answer.statusCode());
        return once.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_one_time_address_is_on_the_content_origin_and_opens_once() throws Exception {
        URI once = open("a1");
        assertTrue(once.toString().startsWith(ORIGINS.content().orElseThrow() + "/play/start/"), once.toString());
        assertEquals(303, get(once).statusCode());
        assertEquals(404, get(once).statusCode());
    }

    @Test
    void the_players_page_has_a_nonce_and_can_be_framed_by_the_portal_alone() throws Exception {
        URI page = started("a2");
        HttpResponse<byte[]> answer = get(page);
        String policy = header(answer, "Content-Security-Policy");
        String nonce = policy.replaceAll(".*script-src 'self' 'nonce-([^']+)'.*", "$1");
        assertEquals("<script nonce=\"" + nonce + "\"></script>", new String(answer.body(), StandardCharsets.UTF_8));
        assertTrue(policy.endsWith("frame-ancestors " + ORIGINS.portal()), policy);
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(200, get(page).statusCode(), "it can be reloaded");
    }

    @Test
    void the_handler_is_asked_as_the_person_with_the_body_as_text() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(started("a3").resolve("commit")).header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x=1")).build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertEquals("{\"got\":\"x=1\",\"as\":\"" + FakeKernel.ANN + "\",\"context\":\"{attempt=a3}\"}", answer);
    }

    @Test
    void a_body_that_is_too_large_is_413() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(started("a4").resolve("commit"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5_000_000])).build();
        assertEquals(413, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void a_file_has_its_type_its_tag_and_is_kept_for_ever() throws Exception {
        URI file = started("a5").resolve("files/index.html");
        HttpResponse<byte[]> answer = get(file);
        assertEquals("text/html", header(answer, "Content-Type"));
        assertTrue(header(answer, "Cache-Control").contains("immutable"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'self' " + ORIGINS.portal()));
        assertEquals(304, get(file, "If-None-Match", header(answer, "ETag")).statusCode());
    }

    @Test
    void a_film_comes_in_parts_whatever_the_case_of_its_name() throws Exception {
        URI film = started("a6").resolve("files/Media/film.MP4");
        HttpResponse<byte[]> part = get(film, "Range", "bytes=10-19");
        assertEquals(206, part.statusCode());
        assertEquals("bytes 10-19/100000", header(part, "Content-Range"));
        assertArrayEquals(new byte[] {10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, part.body());
        assertEquals(416, get(film, "Range", "bytes=100000-").statusCode());
        assertArrayEquals(VIDEO, get(film).body());
    }

    @Test
    void what_no_browser_shows_is_a_download() throws Exception {
        HttpResponse<byte[]> answer = get(started("a7").resolve("files/data.bin2"));
        assertEquals("application/octet-stream", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").startsWith("attachment"));
    }

    @Test
    void the_players_own_files_come_from_its_bundle() throws Exception {
        assertEquals(200, get(started("a8").resolve("app/V1__web.sql")).statusCode());
        assertEquals(404, get(started("a8").resolve("app/none.js")).statusCode());
    }

    @Test
    void a_wrong_token_opens_nothing() throws Exception {
        URI page = started("a9");
        assertEquals(404, get(page.resolve("/play/" + "x".repeat(43) + "/")).statusCode());
        assertEquals(404, get(page.resolve("/play/short/")).statusCode());
        assertEquals(404, get(page.resolve("/play/")).statusCode());
        assertEquals(404, get(page.resolve("files/none.html")).statusCode());
    }

    @Test
    void a_withdrawn_token_opens_nothing() throws Exception {
        URI page = started("gone");
        URI other = started("stays");
        content.close("notes", "attempt", "gone");
        assertEquals(404, get(page).statusCode());
        assertEquals(200, get(other).statusCode());
    }

    @Test
    void a_handler_that_is_away_is_503_in_words() throws Exception {
        URI page = started("b1");
        handlers.there = false;
        try {
            HttpResponse<byte[]> answer = get(page);
            assertEquals(503, answer.statusCode());
            assertFalse(new String(answer.body(), StandardCharsets.UTF_8).contains("Exception"));
        } finally {
            handlers.there = true;
        }
    }
}
