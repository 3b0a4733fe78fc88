package org.pergola.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves the sentence where the start script looks for it, and ends the framework. */
final class StartFailure {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    private StartFailure() {
    }

    static void tell(Path folder, String sentence, Throwable cause) {
        LOG.error("Pergola does not start. {}", sentence, cause);
        Path file = folder.resolve("log").resolve("start-failure");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, sentence + System.lineSeparator());
        } catch (IOException e) {
            LOG.error("{} could not be written", file, e);
        }
    }

    /** On a thread of its own: a bundle that is starting cannot wait for its own end. */
    static void stop(BundleContext context) {
        Bundle framework = context.getBundle(0);
        Thread.ofPlatform().name("pergola-start-failure").start(() -> {
            try {
                framework.stop();
            } catch (BundleException e) {
                LOG.error("The framework did not stop", e);
            }
        });
    }
}
