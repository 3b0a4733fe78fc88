package org.pergola.kernel.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.Version;
import org.pergola.api.error.Refused;
import org.pergola.api.plugin.PluginId;
import org.pergola.api.text.Text;

/**
 * Takes a jar or KAR apart: a KAR is a zip with several bundles in it. Each bundle gets a file of its own below the
 * folder, named by the whole file's hash, so that two versions never mix.
 */
public final class ArchiveReader {

    private static final int MOST_BUNDLES = 50;
    private static final int MOST_ENTRIES = 2_000;

    private final Path folder;
    private final long limit;

    /**
     * @param folder where bundles of KARs are unpacked to
     * @param limit  of bytes of an uploaded file; unpacked it may have five times as many
     */
    public ArchiveReader(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Takes in what is being uploaded, into a temporary file. The caller deletes it. */
    public Path receive(String name, InputStream upload) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "upload-", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(upload, out, limit, name);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the file.
     *
     * @param name as people know the file
     * @throws Refused saying why it is no plugin
     */
    public PluginArchive read(String name, Path file) {
        try {
            if (Files.size(file) > limit) {
                throw tooLarge(name);
            }
            return read(name, file, Digests.of(file));
        } catch (ZipException e) {
            throw Refused.invalid(Text.of("kernel.plugin.no-zip", name)).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PluginArchive read(String name, Path file, String hash) throws IOException {
        boolean knownBefore = Files.isDirectory(folder.resolve(hash));
        try {
            List<JarReader.Read> jars = new ArrayList<>();
            if (JarReader.isBundle(file)) {
                jars.add(JarReader.read(name, file, limit * 5));
            } else {
                long left = limit * 5;
                for (Path jar : unpack(name, file, hash)) {
                    jars.add(JarReader.read(jar.getFileName().toString(), jar, left));
                }
            }
            return archive(name, file, hash, jars);
        } catch (IOException | RuntimeException e) {
            if (!knownBefore) {
                forget(hash);
            }
            throw e;
        }
    }

    private static PluginArchive archive(String name, Path file, String hash, List<JarReader.Read> jars) {
        List<JarReader.Read> own = jars.stream().filter(jar -> jar.plugin().isPresent()).toList();
        if (own.size() != 1) {
            throw Refused.invalid(Text.of(own.isEmpty() ? "kernel.plugin.no-plugin" : "kernel.plugin.two", name));
        }
        Set<String> names = new HashSet<>();
        for (JarReader.Read jar : jars) {
            if (!names.add(jar.bundle().symbolicName())) {
                throw Refused.invalid(Text.of("kernel.plugin.twice", name, jar.bundle().symbolicName()));
            }
        }
        JarReader.Declared declared = own.get(0).plugin().orElseThrow();
        PluginId id;
        try {
            id = PluginId.of(declared.id());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(Text.plain(e.getMessage())).because(e);
        }
        Version version = declared.version().orElse(own.get(0).bundle().version());
        List<BundleFile> bundles = jars.stream().map(JarReader.Read::bundle)
                .sorted(Comparator.comparing(BundleFile::plugin).thenComparing(BundleFile::symbolicName)).toList();
        return new PluginArchive(id, version, file, hash, bundles, declared.needs(), declared.paths(),
                declared.icon());
    }

    private List<Path> unpack(String name, Path file, String hash) throws IOException {
        Path target = folder.resolve(hash);
        List<Path> jars = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Refused.invalid(Text.of("kernel.plugin.many", name));
            }
            long left = limit * 5;
            Set<String> names = new HashSet<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                String jar = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isDirectory() || !jar.toLowerCase(Locale.ROOT).endsWith(".jar") || !names.add(jar)) {
                    continue;
                }
                if (names.size() > MOST_BUNDLES || jar.contains("\\") || jar.contains("\0")) {
                    throw Refused.invalid(Text.of("kernel.plugin.many", name));
                }
                Files.createDirectories(target);
                Path unpacked = target.resolve(jar);
                Path part = Files.createTempFile(target, "part-", ".tmp");
                try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(part)) {
                    left -= copy(in, out, left, name);
                }
                Files.move(part, unpacked, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                jars.add(unpacked);
            }
        }
        if (jars.isEmpty()) {
            throw Refused.invalid(Text.of("kernel.plugin.no-bundle", name));
        }
        return jars;
    }

    /** Deletes the bundles that were unpacked out of the file of this hash, if any. */
    public void forget(String hash) {
        Path target = folder.resolve(hash);
        if (!Files.isDirectory(target)) {
            return;
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(InputStream in, OutputStream out, long limit, String name) throws IOException {
        byte[] buffer = new byte[16_384];
        long count = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            count += read;
            if (count > limit) {
                throw tooLarge(name);
            }
            out.write(buffer, 0, read);
        }
        return count;
    }

    private static Refused tooLarge(String name) {
        return new Refused(Refused.Kind.TOO_LARGE, Text.of("kernel.plugin.large", name));
    }
}
