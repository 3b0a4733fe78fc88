package org.pergola.web.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.Pictures;
import org.pergola.api.file.SignedFiles.Served;
import org.pergola.api.time.Clock;
import org.pergola.web.http.Origins;
import org.pergola.web.rest.FakeDatabase;
import org.pergola.web.rest.FakeKernel;

class UploadsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Origins ORIGINS = Origins.of(Map.<String, String>of()::get);
    private static final Memory BLOBS = new Memory();
    private static final FakeDatabase DATABASE = new FakeDatabase();
    private static volatile Instant now = NOON;
    private static Server server;
    private static UploadedFiles files;
    private static HttpClient client;
    private static String film;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        files = files();
        UploadsEntrance entrance = new UploadsEntrance(ORIGINS, files, new FakeKernel());
        Filter filter = entrance::doFilter;
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new PicturesServlet(new NoPictures(), BLOBS, new FakeKernel())), "/files/*");
        server.setHandler(context);
        server.start();
        ORIGINS.listensOn(connector.getLocalPort());
        client = HttpClient.newHttpClient();
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        film = BLOBS.add(bytes);
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @BeforeEach
    void noon() {
        now = NOON;
    }

    private static UploadedFiles files() {
        return new UploadedFiles(ORIGINS, BLOBS, DATABASE, new Clock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public ZoneId zone() {
                return ZoneOffset.UTC;
            }
        });
    }

    private static final class Memory implements Blobs {

        private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

        String add(byte[] bytes) {
            stored.put(Secrets.hex(bytes), bytes);
            return Secrets.hex(bytes);
        }

        @Override
        public Blob put(InputStream bytes, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Kept<T> put(InputStream bytes, long limit, Function<Staged, T> look) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InputStream> open(String hash) {
            return Optional.ofNullable(stored.get(hash)).map(ByteArrayInputStream::new);
        }

        @Override
        public Optional<Blob> find(String hash) {
            return Optional.ofNullable(stored.get(hash)).map(bytes -> new Blob(hash, bytes.length));
        }
    }

    /** One picture, which everybody may see, in two widths; all else is none. */
    private static final class NoPictures implements Pictures {

        private static final String PICTURE = "0a".repeat(32);

        @Override
        public Picture put(String name, InputStream bytes, Set<String> permissions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Picture> find(String hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Size> size(String hash, int atLeast) {
            String bytes = BLOBS.add((atLeast <= 320 ? "small" : "large").getBytes(StandardCharsets.UTF_8));
            return hash.equals(PICTURE) ? BLOBS.find(bytes).map(blob -> new Size(blob, "image/jpeg", 320, 200))
                    : Optional.empty();
        }
    }

    private static Served video(boolean download) {
        return new Served(film, "Turn in bed.mp4", "video/mp4", download);
    }

    private static HttpResponse<byte[]> get(URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void an_upload_is_opened_on_the_content_origin_with_its_tag_and_without_a_cookie() throws Exception {
        URI address = files.address(video(false), HOUR);
        assertTrue(address.toString().startsWith(ORIGINS.content().orElseThrow() + "/files/"), address.toString());
        HttpResponse<byte[]> answer = get(address, "Cookie", "JSESSIONID=x");
        assertEquals(200, answer.statusCode());
        assertEquals("video/mp4", header(answer, "Content-Type"));
        assertEquals('"' + film + '"', header(answer, "ETag"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals(ORIGINS.portal(), header(answer, "Access-Control-Allow-Origin"));
        assertTrue(header(answer, "Access-Control-Allow-Credentials").isEmpty());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(304, get(address, "If-None-Match", header(answer, "ETag")).statusCode());
    }

    @Test
    void it_comes_in_the_parts_that_are_asked_for() throws Exception {
        URI address = files.address(video(false), HOUR);
        HttpResponse<byte[]> part = get(address, "Range", "bytes=10-12");
        assertEquals(206, part.statusCode());
        assertArrayEquals(new byte[] {10, 11, 12}, part.body());
        assertEquals("bytes 10-12/100000", header(part, "Content-Range"));
        HttpResponse<byte[]> beyond = get(address, "Range", "bytes=100000-");
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */100000", header(beyond, "Content-Range"));
    }

    @Test
    void what_is_to_be_saved_is_a_download_under_its_name() throws Exception {
        HttpResponse<byte[]> answer = get(files.address(video(true), HOUR));
        assertEquals("attachment; filename*=UTF-8''Turn%20in%20bed.mp4", header(answer, "Content-Disposition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "application/xml",
        "text/css", "application/x-anything", ""})
    void what_could_run_or_is_unknown_is_a_download_without_its_type(String type) throws Exception {
        String page = BLOBS.add("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = get(files.address(new Served(page, "page.html", type, false), HOUR));
        assertEquals("application/octet-stream", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").startsWith("attachment"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'"));
        assertFalse(header(answer, "Content-Security-Policy").contains("script-src"));
    }

    @Test
    void a_page_that_was_uploaded_is_nothing_on_the_portal() throws Exception {
        String page = BLOBS.add("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertEquals(404, get(URI.create(ORIGINS.portal() + "/files/" + page)).statusCode());
        String signed = files.address(new Served(page, "page.html", "text/html", false), HOUR).getPath();
        assertEquals(404, get(URI.create(ORIGINS.portal() + signed)).statusCode());
    }

    @Test
    void a_picture_is_on_the_portal_in_the_width_that_is_asked_for() throws Exception {
        URI picture = URI.create(ORIGINS.portal() + "/files/" + NoPictures.PICTURE);
        HttpResponse<byte[]> large = get(picture);
        assertEquals("large", new String(large.body(), StandardCharsets.UTF_8));
        assertEquals("image/jpeg", header(large, "Content-Type"));
        assertEquals("small", new String(get(URI.create(picture + "?width=320")).body(), StandardCharsets.UTF_8));
        assertEquals("large", new String(get(URI.create(picture + "?width=x")).body(), StandardCharsets.UTF_8));
        assertTrue(header(large, "Cache-Control").contains("private"), "what needs a permission is in no shared cache");
        assertTrue(header(large, "Content-Security-Policy").startsWith("default-src 'none'"));
    }

    @Test
    void an_address_ends_when_its_time_is_over() throws Exception {
        URI address = files.address(video(false), HOUR);
        now = NOON.plus(Duration.ofMinutes(59));
        assertEquals(200, get(address).statusCode());
        now = NOON.plus(Duration.ofMinutes(76));
        HttpResponse<byte[]> answer = get(address);
        assertEquals(410, answer.statusCode());
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("expired"));
    }

    @Test
    void the_same_file_keeps_its_address_for_a_while_so_that_it_is_loaded_once() {
        URI address = files.address(video(false), HOUR);
        now = NOON.plus(Duration.ofMinutes(10));
        assertEquals(address, files.address(video(false), HOUR));
        now = NOON.plus(Duration.ofMinutes(20));
        assertNotEquals(address, files.address(video(false), HOUR));
    }

    @Test
    void nothing_in_an_address_can_be_changed() throws Exception {
        String signed = files.address(video(false), HOUR).getPath().substring("/files/".length());
        String told = new String(Base64.getUrlDecoder().decode(signed.substring(0, signed.indexOf('.'))),
                StandardCharsets.UTF_8);
        for (String[] change : new String[][] {{film, "0".repeat(64)}, {"video/mp4", "text/html"}, {"show", "save"},
            {"Turn", "Burn"}, {"\n" + told.split("\n")[1], "\n9999999999"}}) {
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(
                    told.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8));
            assertEquals(404, get(on(forged + signed.substring(signed.indexOf('.')))).statusCode(), change[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "a.b", "a.b.c", "MQ.MQ"})
    void what_is_no_address_of_ours_opens_nothing(String signed) throws Exception {
        assertEquals(404, get(on(signed)).statusCode());
    }

    @Test
    void addresses_outlive_a_restart() throws Exception {
        assertEquals(files.address(video(false), HOUR), files().address(video(false), HOUR));
    }

    @Test
    void a_name_cannot_break_out_of_its_header() throws Exception {
        HttpResponse<byte[]> answer = get(files.address(new Served(film, "a\r\nSet-Cookie: x=1\"/../é.mp4", "video/mp4",
                true), HOUR));
        assertEquals("attachment; filename*=UTF-8''a__Set-Cookie%3A%20x%3D1%22_.._%C3%A9.mp4",
                header(answer, "Content-Disposition"));
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void a_file_can_only_be_read() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(files.address(video(false), HOUR))
                .POST(HttpRequest.BodyPublishers.ofString("x")).build();
        assertEquals(405, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    private static URI on(String signed) {
        return URI.create(ORIGINS.content().orElseThrow() + "/files/" + signed);
    }
}
