package org.pergola.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Waits until the platform says that it is ready, and finds the words when it will never be. */
final class Readiness {

    /** How the waiting ended. */
    enum End { READY, STOPPED, FAILED }

    /** @param reason for a failure, a sentence; else empty */
    record Outcome(End end, String reason) {
    }

    private static final Duration STEP = Duration.ofMillis(100);

    private final Framework framework;
    private final URI address;
    private final Duration limit;
    private final Path log;
    private final long logStart;

    private String lastAnswer = "nothing answers at the port";

    /**
     * @param log      Karaf's log file
     * @param logStart how long it was before this start
     */
    Readiness(Framework framework, URI address, Duration limit, Path log, long logStart) {
        this.framework = framework;
        this.address = address;
        this.limit = limit;
        this.log = log;
        this.logStart = logStart;
    }

    Outcome await() throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean checked = false;
        while (framework.getState() == Bundle.ACTIVE || framework.getState() == Bundle.STARTING) {
            if (ready()) {
                return new Outcome(End.READY, "");
            }
            if (!checked && allStarted()) {
                checked = true;
                Optional<String> broken = brokenBundle();
                if (broken.isPresent()) {
                    return new Outcome(End.FAILED, broken.get());
                }
            }
            if (System.nanoTime() > end) {
                return new Outcome(End.FAILED, "Pergola was not ready after " + limit.toSeconds() + " seconds: "
                        + lastError().orElse(lastAnswer) + ". The log is " + log + ".");
            }
            Thread.sleep(STEP);
        }
        return new Outcome(End.STOPPED, "");
    }

    private boolean ready() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            if (status != 200) {
                lastAnswer = address.getPath() + " answers " + (status + " " + body(connection)).strip();
            }
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            lastAnswer = "nothing answers at " + address + " (" + e.getMessage() + ")";
            return false;
        }
    }

    /** What the platform itself says; the container's own error page says nothing. */
    private static String body(HttpURLConnection connection) throws IOException {
        if (!String.valueOf(connection.getContentType()).contains("json")) {
            return "";
        }
        try (InputStream in = connection.getErrorStream()) {
            return in == null ? "" : new String(in.readNBytes(2000), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        }
    }

    private boolean allStarted() {
        return framework.adapt(FrameworkStartLevel.class).getStartLevel()
                >= Integer.getInteger(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, 100);
    }

    /** A bundle of the platform that did not start: started once more, it says why. Plugins may fail, they are not asked. */
    private Optional<String> brokenBundle() {
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            boolean platform = !bundle.getLocation().startsWith("pergola:");
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean waiting = bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED;
            if (platform && !fragment && waiting) {
                try {
                    bundle.start();
                } catch (BundleException e) {
                    return Optional.of("The bundle " + bundle.getSymbolicName() + " of the platform does not start: "
                            + (e.getCause() == null ? e.getMessage() : e.getCause()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> lastError() {
        try {
            if (Files.notExists(log)) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logStart, all.length);
            List<String> errors = new String(all, from, all.length - from, StandardCharsets.UTF_8).lines()
                    .filter(line -> line.contains("| ERROR |")).toList();
            return errors.isEmpty() ? Optional.empty() : Optional.of(errors.getLast().strip());
        } catch (IOException e) {
            return Optional.of("its log cannot be read (" + e + ")");
        }
    }
}
