package org.pergola.kernel.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pergola.kernel.folder.DataFolder;

/** {@code DIR/etc/<pid>.cfg}: what the machine's owner sets there wins, key by key. */
final class SettingFiles {

    private static final String SUFFIX = ".cfg";

    private final Path etc;

    SettingFiles(DataFolder folder) {
        this.etc = folder.file("etc");
    }

    Path of(String pid) {
        return etc.resolve(pid + SUFFIX);
    }

    Map<String, String> read(String pid) {
        Path file = of(pid);
        if (Files.notExists(file)) {
            return Map.of();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings in " + file + " cannot be read", e);
        }
        Map<String, String> values = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> values.put(key, lines.getProperty(key).trim()));
        return values;
    }

    /** The settings that have a file. */
    Set<String> pids(String prefix) {
        if (Files.notExists(etc)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(etc)) {
            Set<String> pids = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                    .forEach(name -> pids.add(name.substring(0, name.length() - SUFFIX.length())));
            return pids;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + etc + " cannot be read", e);
        }
    }
}
