package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The bill of materials in the archive names what the archive holds. */
class BillOfMaterialsTest {

    /** Their parent's descriptor is not to be had, and without it Maven reads none of theirs. */
    private static final List<String> WITHOUT_DESCRIPTOR = List.of("org/apache/karaf/scr/");

    private final Path home = Running.shared().home();
    private final JsonNode components = read(home.resolve("pergola.cdx.json")).path("components");

    private static JsonNode read(Path file) {
        assertTrue(Files.exists(file), "the archive was built offline, where no bill of materials is made");
        try {
            return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_bundle_of_the_archive_is_in_it_with_its_version() throws IOException {
        Set<String> named = new HashSet<>();
        components.forEach(one -> named.add(one.path("group").asText().replace('.', '/') + '/' + one.path("name").asText()
                + '/' + one.path("version").asText()));
        Path system = home.resolve("system");
        try (Stream<Path> files = Files.walk(system)) {
            assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> system.relativize(file.getParent()).toString())
                    .filter(path -> WITHOUT_DESCRIPTOR.stream().noneMatch(path::startsWith))
                    .filter(path -> !named.contains(path)).sorted().toList());
        }
    }

    @Test
    void every_library_inside_a_bundle_of_ours_is_in_it_byte_for_byte() throws IOException {
        Set<String> known = new HashSet<>();
        components.forEach(one -> one.path("hashes").forEach(hash -> known.add(hash.path("content").asText())));
        try (Stream<Path> files = Files.walk(home.resolve("system/org/pergola"))) {
            for (Path bundle : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                assertEquals(List.of(), inside(bundle, known), bundle.getFileName().toString());
            }
        }
    }

    /** Names of the jars in a bundle whose hash nobody knows. */
    private static List<String> inside(Path bundle, Set<String> known) throws IOException {
        List<String> unknown = new ArrayList<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jar") && !known.contains(sha256(zip.getInputStream(entry).readAllBytes()))) {
                    unknown.add(entry.getName());
                }
            }
        }
        return unknown;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
