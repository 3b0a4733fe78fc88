package org.pergola.kernel.plugins.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pergola.kernel.plugins.archive.PluginArchive;

/** {@code DIR/plugins}: each file that the desired state names, under a name with its hash. */
public final class PluginFolder {

    private final Path folder;

    public PluginFolder(Path folder) {
        this.folder = folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Copies the archive's file in; whole or not at all. */
    public PluginArchive keep(PluginArchive archive) {
        try {
            Files.createDirectories(folder);
            boolean jar = archive.main().path().equals(archive.file());
            String name = archive.id() + "-" + archive.version() + "-" + archive.hash().substring(0, 12)
                    + (jar ? ".jar" : ".kar");
            Path place = folder.resolve(name);
            if (!Files.exists(place)) {
                Path fresh = Files.createTempFile(folder, "." + archive.id(), ".tmp");
                Files.copy(archive.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return archive.movedTo(place);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + archive.id() + " cannot be written into " + folder, e);
        }
    }

    /** Deletes what no plugin needs any more. */
    public void clean(Collection<Desired> desired) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> needed = desired.stream().map(Desired::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!needed.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jars and KARs in a folder, in the order of their names. */
    public static List<Path> archives(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                return name.endsWith(".jar") || name.endsWith(".kar");
            }).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
