package org.pergola.scorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pergola.api.error.Refused;

class ManifestReaderTest {

    private static final String OLD = """
            <manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
                      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
              <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
              <organizations default="o"><organization identifier="o"><title>Slide  sheets</title>
                <item identifier="part"><title>Part one</title>
                  <item identifier="a" identifierref="r" parameters="?questions=Playing"><title>Quiz</title>
                    <adlcp:masteryscore>80</adlcp:masteryscore>
                    <adlcp:datafromlms>hello</adlcp:datafromlms>
                  </item>
                  <item identifier="b" identifierref="s" isvisible="false"><title>Reading</title></item>
                </item>
              </organization></organizations>
              <resources>
                <resource identifier="r" adlcp:scormtype="sco" href="quiz/start.html?x=1"/>
                <resource identifier="s" adlcp:scormtype="asset" href="read.html"/>
              </resources>
            </manifest>""";

    private static final String MODERN = """
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
                      xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xml:base="content/">
              <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
              <organizations default="o"><organization identifier="o"><title>Hygiene</title>
                <item identifier="a" identifierref="r"><title>Hands</title>
                  <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75"/>
                  <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true">
                    <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective>
                    <imsss:objective objectiveID="second"/></imsss:objectives></imsss:sequencing>
                </item>
              </organization></organizations>
              <resources><resource identifier="r" adlcp:scormType="sco" href="index.html"/></resources>
            </manifest>""";

    @Test
    void scorm_1_2_with_headings_parameters_mastery_and_an_asset() {
        Manifest manifest = ManifestReader.read(TestFiles.manifest(OLD, "quiz/start.html", "read.html")).orElseThrow();
        assertEquals(Edition.SCORM_12, manifest.edition());
        assertEquals("Slide sheets", manifest.title());
        assertEquals(2, manifest.playable().size());
        Item quiz = manifest.find("a").orElseThrow();
        assertEquals("quiz/start.html?x=1&questions=Playing", quiz.address().orElseThrow());
        assertEquals(OptionalDouble.of(80), quiz.masteryScore());
        assertEquals("hello", quiz.launchData());
        assertTrue(quiz.sco());
        assertFalse(manifest.find("b").orElseThrow().sco());
        assertFalse(manifest.find("b").orElseThrow().visible());
    }

    @Test
    void scorm_2004_with_a_base_a_passing_score_and_a_threshold() {
        Manifest manifest = ManifestReader.read(TestFiles.manifest(MODERN, "content/index.html")).orElseThrow();
        assertEquals(Edition.SCORM_2004, manifest.edition());
        Item item = manifest.find("a").orElseThrow();
        assertEquals("content/index.html", item.address().orElseThrow());
        assertEquals(OptionalDouble.of(0.6), item.passingScore());
        assertEquals(OptionalDouble.of(0.75), item.threshold());
        assertEquals(java.util.List.of("main", "second"), item.objectives());
    }

    @Test
    void every_edition_of_2004_is_recognised() {
        for (String version : new String[] {"2004 3rd Edition", "CAM 1.3", "2004 4th Edition", "2004 2nd Edition"}) {
            String manifest = MODERN.replace("2004 4th Edition", version);
            assertEquals(Edition.SCORM_2004,
                    ManifestReader.read(TestFiles.manifest(manifest, "content/index.html")).orElseThrow().edition());
        }
    }

    @Test
    void thresholds_of_the_second_and_third_edition_and_a_shared_sequencing_are_read() {
        String older = MODERN.replace("2004 4th Edition", "2004 3rd Edition")
                .replace("completedByMeasure=\"true\" minProgressMeasure=\"0.75\"/>", ">0.5</adlcp:completionThreshold>")
                .replaceAll("(?s)<imsss:sequencing>.*</imsss:sequencing>", "<imsss:sequencing IDRef=\"all\"/>")
                .replace("<resources>", """
                        <imsss:sequencingCollection><imsss:sequencing ID="all"><imsss:objectives>
                          <imsss:primaryObjective objectiveID="shared" satisfiedByMeasure="1"/></imsss:objectives>
                        </imsss:sequencing></imsss:sequencingCollection><resources>""");
        Item item = ManifestReader.read(TestFiles.manifest(older, "content/index.html")).orElseThrow().find("a")
                .orElseThrow();
        assertEquals(OptionalDouble.of(0.5), item.threshold());
        assertEquals(OptionalDouble.of(1.0), item.passingScore(), "the standard's own value, where none is given");
        assertEquals(java.util.List.of("shared"), item.objectives());
    }

    @Test
    void a_threshold_that_is_switched_off_is_none() {
        String off = MODERN.replace("completedByMeasure=\"true\"", "completedByMeasure=\"false\"");
        assertEquals(OptionalDouble.empty(), ManifestReader.read(TestFiles.manifest(off, "content/index.html"))
                .orElseThrow().find("a").orElseThrow().threshold());
    }

    @Test
    void other_files_are_no_package() {
        assertTrue(ManifestReader.read(TestFiles.of(Map.of("index.html", "<html/>"))).isEmpty());
        String cartridge = "<manifest xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"><metadata><schema>"
                + "IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion></metadata></manifest>";
        assertTrue(ManifestReader.read(TestFiles.manifest(cartridge)).isEmpty());
    }

    @Test
    void a_manifest_only_in_a_folder_is_refused_naming_it() {
        assertRefused("scorm.refused.manifest.below", TestFiles.of(Map.of("course/imsmanifest.xml", OLD)));
    }

    @Test
    void no_organisation_is_refused() {
        assertRefused("scorm.refused.organisation", TestFiles.manifest(
                OLD.replaceAll("(?s)<organizations.*</organizations>", "<organizations/>"), "quiz/start.html"));
    }

    @Test
    void a_missing_start_file_is_refused_naming_it() {
        Refused refused = assertRefused("scorm.refused.start", TestFiles.manifest(OLD, "read.html"));
        assertEquals("quiz/start.html", refused.text().args().get(0));
    }

    @Test
    void a_start_file_outside_the_package_is_refused() {
        assertRefused("scorm.refused.outside", TestFiles.manifest(OLD.replace("read.html", "../../etc/passwd"),
                "quiz/start.html"));
        assertRefused("scorm.refused.outside", TestFiles.manifest(OLD.replace("read.html", "https://example.org/x"),
                "quiz/start.html"));
    }

    @Test
    void an_external_entity_is_refused_and_never_fetched() {
        String hostile = "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OLD.replace("Quiz", "&x;");
        assertRefused("scorm.refused.manifest.doctype", TestFiles.manifest(hostile, "quiz/start.html", "read.html"));
    }

    @Test
    void broken_xml_is_refused_with_its_line() {
        Refused refused = assertRefused("scorm.refused.manifest.xml", TestFiles.manifest("<manifest>\n<oops"));
        assertEquals(2, refused.text().args().get(0));
    }

    @Test
    void an_item_that_names_no_resource_is_refused() {
        assertRefused("scorm.refused.resource", TestFiles.manifest(OLD.replace("identifierref=\"s\"",
                "identifierref=\"nowhere\""), "quiz/start.html", "read.html"));
    }

    @Test
    void packages_that_somebody_else_made_are_read() throws IOException {
        String folder = System.getenv("PERGOLA_TESTDATA");
        assumeTrue(folder != null, "PERGOLA_TESTDATA is not set: packages of others are not read");
        Path old = Path.of(folder, "scorm12");
        Manifest single = ManifestReader.read(TestFiles.zip(old.resolve("singlescobasic.zip"))).orElseThrow();
        assertEquals("Golf Explained - Run-time Basic Calls", single.title());
        assertEquals(1, single.playable().size());
        Manifest nine = ManifestReader.read(TestFiles.zip(old.resolve("RuntimeMinimumCalls_SCORM12-mini.zip")))
                .orElseThrow();
        assertEquals(9, nine.playable().size());
        assertEquals("shared/assessmenttemplate.html?questions=Playing",
                nine.find("playing_quiz_item").orElseThrow().address().orElseThrow());
        assertRefused("scorm.refused.organisation", TestFiles.zip(old.resolve("singlescobasic_missingorg.zip")));
    }

    private static Refused assertRefused(String key, TestFiles files) {
        Refused refused = assertThrows(Refused.class, () -> ManifestReader.read(files));
        assertEquals(Refused.Kind.INVALID, refused.kind());
        assertEquals(key, refused.text().key());
        return refused;
    }
}
