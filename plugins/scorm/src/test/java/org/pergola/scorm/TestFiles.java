package org.pergola.scorm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.pergola.api.file.Blobs;
import org.pergola.api.file.FileSet;

/** A package in memory. */
record TestFiles(UUID id, SortedMap<String, byte[]> bytes) implements FileSet {

    static TestFiles of(Map<String, String> files) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, words) -> bytes.put(path, words.getBytes(StandardCharsets.UTF_8)));
        return new TestFiles(UUID.randomUUID(), bytes);
    }

    static TestFiles manifest(String manifest, String... others) {
        Map<String, String> files = new TreeMap<>();
        files.put("imsmanifest.xml", manifest);
        for (String other : others) {
            files.put(other, "<html></html>");
        }
        return of(files);
    }

    static TestFiles zip(Path zip) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    bytes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new TestFiles(UUID.randomUUID(), bytes);
    }

    @Override
    public SortedMap<String, Blobs.Blob> files() {
        SortedMap<String, Blobs.Blob> files = new TreeMap<>();
        bytes.forEach((path, content) -> files.put(path, new Blobs.Blob("0".repeat(64), content.length)));
        return files;
    }

    @Override
    public Optional<InputStream> open(String path) {
        return Optional.ofNullable(bytes.get(path)).map(ByteArrayInputStream::new);
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        return Optional.ofNullable(bytes.get(path));
    }
}
