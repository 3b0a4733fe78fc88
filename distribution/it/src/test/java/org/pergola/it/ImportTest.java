package org.pergola.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pergola.testing.Distribution;
import org.pergola.testing.Rest;

/** What becomes of packages, good and bad, at the importing entrance. */
class ImportTest {

    private final Distribution pergola = Running.shared();

    @Test
    void a_package_becomes_a_course_with_its_title_and_one_activity() {
        Rest.Answer imported = upload(Packages.single12("Slide sheets")).expect(201);
        assertEquals("Slide sheets", imported.body().path("title").asText());
        Rest.Answer course = pergola.admin().get("api/v1/courses/" + imported.body().path("id").asText()).expect(200);
        assertTrue(course.text().contains("scorm"), course.text());
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_package_is_refused_with_a_sentence_and_nothing_is_stored() {
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("no zip", "hello".getBytes(StandardCharsets.UTF_8));
        bad.put("no manifest", Packages.zip(Map.of("index.html", "<html/>")));
        bad.put("a manifest in a folder", Packages.zip(Map.of("course/imsmanifest.xml", "<manifest/>")));
        bad.put("no organisation", Packages.zip(Map.of("imsmanifest.xml", Packages.manifest12("x", "", "")
                .replaceAll("(?s)<organizations.*</organizations>", "<organizations/>"))));
        bad.put("a missing start file", Packages.zip(Map.of("imsmanifest.xml", Packages.manifest12("x",
                "<item identifier=\"a\" identifierref=\"r\"><title>A</title></item>",
                Packages.resource12("r", "nowhere.html")))));
        bad.put("an entry that climbs", Packages.zip(Map.of("../evil.html", "x", "imsmanifest.xml", "<manifest/>")));
        bad.put("an absolute entry", Packages.zip(Map.of("/etc/evil", "x", "imsmanifest.xml", "<manifest/>")));
        bad.put("an external entity", Packages.zip(Map.of("imsmanifest.xml",
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><manifest>&x;</manifest>")));
        bad.put("a bomb", Packages.zipBytes(Map.of("zeros.bin", new byte[300_000_000])));
        return bad.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
            int before = pergola.admin().get("api/v1/courses?limit=1000").expect(200).body().path("items").size();
            long files = stored();
            Rest.Answer answer = upload(one.getValue());
            assertTrue(answer.status() == 422 || answer.status() == 413, answer.status() + " " + answer.text());
            assertTrue(answer.detail().length() > 20, answer.text());
            assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json"));
            assertEquals(before,
                    pergola.admin().get("api/v1/courses?limit=1000").expect(200).body().path("items").size());
            assertEquals(files, stored());
        }));
    }

    private Rest.Answer upload(byte[] zip) {
        return pergola.admin().upload("POST", "api/v1/courses/import", "application/zip", zip);
    }

    private long stored() throws IOException {
        try (Stream<Path> files = Files.walk(pergola.data().resolve("blobs"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
