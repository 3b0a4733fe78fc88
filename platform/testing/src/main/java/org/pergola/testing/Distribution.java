package org.pergola.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The distribution as somebody unpacked it, running in a process of its own on a free port of the loopback addresses.
 * It can be stopped, killed and started again on the same data.
 */
public final class Distribution implements AutoCloseable {

    public static final String ADMIN = "admin";
    public static final String PASSWORD = "correct horse battery 47";

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Path home;
    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    private Distribution(Path home, Path data, List<String> options) {
        this.home = home;
        this.data = data;
        this.options = options;
        this.port = freePort();
    }

    /**
     * Unpacks the archive that the system property {@code pergola.archive} names, and starts it.
     *
     * @param name    of its folder below {@code target}
     * @param options more of the command line, such as {@code --no-plugins}
     */
    public static Distribution start(String name, String... options) {
        Distribution distribution = unpack(name, options);
        distribution.start();
        return distribution;
    }

    /** As {@link #start(String, String...)}, not yet started. */
    public static Distribution unpack(String name, String... options) {
        Path folder = Path.of("target", name).toAbsolutePath();
        try {
            run(List.of("rm", "-rf", folder.toString()));
            Files.createDirectories(folder);
            run(List.of("tar", "xzf", System.getProperty("pergola.archive"), "-C", folder.toString(),
                    "--strip-components=1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Distribution(folder, folder.resolve("data"), List.of(options));
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/pergola-server").toString(), "--port",
                String.valueOf(port), "--data", data.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
        builder.environment().put("PERGOLA_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        awaitReady();
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended by itself: " + console());
            }
            if (ready()) {
                return;
            }
            pause(200);
        }
        throw new IllegalStateException("not ready after " + PATIENCE + ": " + console());
    }

    public boolean ready() {
        try {
            HttpRequest request = HttpRequest.newBuilder(url().resolve("health/ready")).timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it printed so far. */
    public String console() {
        try {
            return Files.readString(home.resolve("console.log"));
        } catch (IOException none) {
            return "nothing";
        }
    }

    /** Ends it as Ctrl-C does. */
    public void stop() {
        process.destroy();
        await();
    }

    /** Ends it as a power cut would, with everything it started. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + console());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The portal's address. */
    public URI url() {
        return URI.create("http://localhost:" + port + "/");
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public Path home() {
        return home;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What a command answered. */
    public record Said(int exitCode, String output) {
    }

    /** Gives a command as the operator does, by {@code bin/pergola}. */
    public Said command(String... words) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/pergola").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process asked = builder.start();
            String output = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(asked.waitFor(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** REST as the first administrator. */
    public Rest admin() {
        return Rest.basic(url(), ADMIN, PASSWORD);
    }

    public Rest as(String username, String password) {
        return Rest.basic(url(), username, password);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
