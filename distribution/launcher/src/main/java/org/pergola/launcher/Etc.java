package org.pergola.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * Karaf's configuration for one run: the distribution's files, then those of {@code DIR/etc} on top of them key by
 * key, then what the command line says. It is written anew at each start, so the distribution stays as it was unpacked
 * and nothing that a former run wrote comes back.
 */
final class Etc {

    private final Path distribution;
    private final DataFolder data;

    Etc(Path distribution, DataFolder data) {
        this.distribution = distribution;
        this.data = data;
    }

    void prepare(Options options) {
        try {
            Path target = data.effectiveEtc();
            Files.createDirectories(target);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(distribution)) {
                for (Path file : files) {
                    Files.copy(file, target.resolve(file.getFileName().toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            overlay(target);
            http(target, options);
        } catch (IOException e) {
            throw new CannotStart("The configuration cannot be prepared in " + data.effectiveEtc() + ": " + e + ".", e);
        }
    }

    /** Of two lines with one key the later wins. The settings of plugins are not Karaf's: the kernel reads those. */
    private void overlay(Path target) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data.ownEtc(), "*.cfg")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith("org.pergola.")) {
                    append(target.resolve(name), Files.readString(file));
                }
            }
        }
    }

    private static void http(Path target, Options options) throws IOException {
        append(target.resolve("org.apache.felix.http.cfg"), "org.osgi.service.http.port = " + options.port() + "\n"
                + "org.apache.felix.http.host = " + options.listen().orElse("127.0.0.1") + "\n");
    }

    private static void append(Path file, String lines) throws IOException {
        Files.writeString(file, "\n" + lines + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** {@code DIR/etc/pergola.properties}: what has no option, such as {@code pergola.host} behind a proxy. */
    Properties own() {
        Properties own = new Properties();
        Path file = data.ownEtc().resolve("pergola.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                own.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotStart("The file " + file + " cannot be read: " + e + ".", e);
            }
        }
        return own;
    }
}
