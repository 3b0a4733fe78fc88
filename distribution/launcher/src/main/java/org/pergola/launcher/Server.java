package org.pergola.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.main.Main;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/**
 * {@code bin/pergola-server}: starts Pergola in the foreground. Exit code 0 after a stop that was asked for, 1 with one
 * sentence when it cannot start.
 */
public final class Server {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path home;
    private final Options options;
    private final Address address;
    private final DataFolder data;

    private volatile boolean ready;
    private volatile String failure = "";

    private Server(Path home, Options options) {
        this.home = home;
        this.options = options;
        this.address = Address.of(options);
        address.requireFree();
        this.data = DataFolder.open(options.data());
    }

    public static void main(String[] words) throws Exception {
        try {
            Options options = Options.parse(words, System.getenv());
            if (options.help()) {
                System.out.println("Usage: " + System.getProperty("pergola.script", "pergola-server") + " [options]\n");
                System.out.print(Files.readString(Path.of(System.getProperty("pergola.home"), "bin", "options.txt")));
                return;
            }
            System.exit(new Server(Path.of(System.getProperty("pergola.home")).toRealPath(), options).run());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private int run() throws Exception {
        Etc etc = new Etc(home.resolve("etc"), data);
        etc.prepare(options);
        properties(etc);
        Path log = data.log().resolve("karaf.log");
        long logStart = Files.exists(log) ? Files.size(log) : 0;

        Main karaf = new Main(new String[0]);
        karaf.launch();
        Framework framework = karaf.getFramework();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop"));
        Files.writeString(DataFolder.running(options.data()), "http://" + address.local() + ":" + options.port());
        Thread watch = new Thread(() -> watch(framework, log, logStart), "readiness");
        watch.setDaemon(true);
        watch.start();

        karaf.awaitShutdown();
        karaf.destroy();
        return exitCode();
    }

    private int exitCode() throws IOException {
        String sentence = failure;
        if (!ready && Files.exists(data.startFailure())) {
            sentence = Files.readString(data.startFailure()).strip();
        }
        if (sentence.isEmpty()) {
            return 0;
        }
        System.err.println(sentence);
        return 1;
    }

    private void properties(Etc etc) {
        etc.own().forEach((key, value) -> {
            if (key.toString().startsWith("pergola.")) {
                System.setProperty(key.toString(), value.toString());
            }
        });
        set("java.io.tmpdir", data.temporary());
        set("pergola.home", home);
        set("pergola.data", data.path());
        set("pergola.bundled", home.resolve("plugins"));
        set("pergola.port", options.port());
        options.listen().ifPresent(listen -> set("pergola.listen", listen));
        options.database().ifPresent(database -> {
            set("pergola.db.url", database.url());
            set("pergola.db.user", database.user());
            set("pergola.db.password", database.password());
        });
        if (options.noPlugins()) {
            set("pergola.noplugins", true);
        }
        set("karaf.home", home);
        set("karaf.base", home);
        set("karaf.data", data.cache());
        set("karaf.etc", data.effectiveEtc());
        set("karaf.log", data.log());
        set("karaf.instances", data.cache().resolve("instances"));
        set("java.util.logging.config.file", data.effectiveEtc().resolve("java.util.logging.properties"));
    }

    private static void set(String key, Object value) {
        System.setProperty(key, value.toString());
    }

    private void watch(Framework framework, Path log, long logStart) {
        try {
            URI health = URI.create("http://" + address.local() + ":" + options.port() + "/health/ready");
            Duration limit = Duration.ofSeconds(Long.parseLong(
                    System.getenv().getOrDefault("PERGOLA_START_LIMIT", "180")));
            Readiness.Outcome outcome = new Readiness(framework, health, limit, log, logStart).await();
            switch (outcome.end()) {
                case READY -> announce();
                case FAILED -> {
                    failure = outcome.reason();
                    framework.stop();
                }
                case STOPPED -> { }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BundleException | RuntimeException e) {
            failure = "Pergola cannot go on: " + e.getMessage();
            System.exit(1);
        }
    }

    private void announce() {
        Optional<String> password = data.takeAdministratorPassword();
        ready = true;
        System.out.println("Pergola is ready: " + address.url());
        System.out.println("Administrator: admin");
        password.ifPresent(made -> System.out.println("Password: " + made + "   (made up for you, and shown this once)"));
    }

    /** Ctrl-C and kill come here; a stop from inside has been waited for already. */
    private void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT.toMillis());
            Files.deleteIfExists(DataFolder.running(options.data()));
        } catch (BundleException | IOException e) {
            System.err.println("Pergola did not stop cleanly: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
