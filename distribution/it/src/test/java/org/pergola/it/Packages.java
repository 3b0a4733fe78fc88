package org.pergola.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** SCORM packages of our own, so that the story is always told. */
final class Packages {

    private Packages() {
    }

    /** One part that says "passed" with 85 of 100 when its button is pressed, and finishes. */
    static byte[] single12(String title) {
        return zip(Map.of("imsmanifest.xml", manifest12(title, "<item identifier=\"one\" identifierref=\"r\"><title>"
                + title + "</title></item>", resource12("r", "lesson/index.html")),
                "lesson/index.html", page12()));
    }

    /** Two parts, the first of which takes a parameter and never sets a status. */
    static byte[] two12(String title) {
        return zip(Map.of("imsmanifest.xml", manifest12(title,
                "<item identifier=\"silent\" identifierref=\"s\" parameters=\"?chapter=seven\"><title>Silent</title></item>"
                        + "<item identifier=\"quiz\" identifierref=\"r\"><title>Quiz</title></item>",
                resource12("s", "silent.html") + resource12("r", "lesson/index.html")),
                "silent.html", silent12(), "lesson/index.html", page12()));
    }

    /** SCORM 2004, 4th edition: a passing score of 0.8 that a press on the button misses by scoring 0.5, then reaches. */
    static byte[] single2004(String title) {
        return zip(Map.of("imsmanifest.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest identifier="own" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
                    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
                  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
                  <organizations default="o"><organization identifier="o"><title>%s</title>
                    <item identifier="one" identifierref="r"><title>%s</title>
                      <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="main" satisfiedByMeasure="true">
                        <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
                      </imsss:primaryObjective></imsss:objectives></imsss:sequencing></item>
                  </organization></organizations>
                  <resources><resource identifier="r" type="webcontent" adlcp:scormType="sco" href="index.html">
                    <file href="index.html"/></resource></resources>
                </manifest>""".formatted(title, title), "index.html", """
                <!doctype html><html lang="en"><title>Modern</title><body>
                <h1>Modern lesson</h1><p id="entry"></p>
                <button id="half">Half</button><button id="most">Most</button>
                <script>
                  var api; for (var w = window; !api && w !== w.parent; w = w.parent) { api = w.parent.API_1484_11; }
                  api.Initialize('');
                  document.getElementById('entry').textContent = api.GetValue('cmi.entry') + ' ' + api.GetValue('cmi.location');
                  function done(score, exit) { return function () {
                    api.SetValue('cmi.score.scaled', score); api.SetValue('cmi.location', 'page-4');
                    api.SetValue('cmi.completion_status', exit ? 'incomplete' : 'completed');
                    api.SetValue('cmi.exit', exit); api.SetValue('cmi.session_time', 'PT1M'); api.Terminate(''); }; }
                  document.getElementById('half').onclick = done('0.5', 'suspend');
                  document.getElementById('most').onclick = done('0.9', '');
                </script></body></html>"""));
    }

    /** A package whose content tries to reach the portal. */
    static byte[] hostile(String title) {
        return zip(Map.of("imsmanifest.xml", manifest12(title, "<item identifier=\"one\" identifierref=\"r\"><title>"
                + title + "</title></item>", resource12("r", "index.html")), "index.html", """
                <!doctype html><html lang="en"><title>Hostile</title><body><pre id="out"></pre><script>
                  var out = [];
                  function attempt(name, work) {
                    try { out.push(name + ': ' + work()); } catch (refused) { out.push(name + ': refused'); } }
                  attempt('cookie', function () { return document.cookie === '' ? 'none' : 'read'; });
                  attempt('portal', function () { return top.document.title; });
                  attempt('move', function () { top.location = 'https://example.org/'; return 'asked'; });
                  attempt('storage', function () { return top.localStorage.length; });
                  document.getElementById('out').textContent = out.join('\\n');
                </script></body></html>"""));
    }

    static String manifest12(String title, String items, String resources) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest identifier="own" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
                    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
                  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
                  <organizations default="o"><organization identifier="o"><title>%s</title>%s</organization></organizations>
                  <resources>%s</resources>
                </manifest>""".formatted(title, items, resources);
    }

    static String resource12(String id, String href) {
        return "<resource identifier=\"" + id + "\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"" + href
                + "\"><file href=\"" + href + "\"/></resource>";
    }

    private static String page12() {
        return """
                <!doctype html><html lang="en"><title>Lesson</title><body>
                <h1>A lesson of our own</h1><p id="where"></p>
                <button id="bookmark">Remember page 3</button><button id="pass">Pass with 85</button>
                <script>
                  var api; for (var w = window; !api && w !== w.parent; w = w.parent) { api = w.parent.API; }
                  api.LMSInitialize('');
                  document.getElementById('where').textContent = api.LMSGetValue('cmi.core.lesson_location') || 'at the start';
                  document.getElementById('bookmark').onclick = function () {
                    api.LMSSetValue('cmi.core.lesson_location', 'page 3');
                    api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
                    api.LMSSetValue('cmi.core.exit', 'suspend'); api.LMSCommit('');
                    document.getElementById('where').textContent = 'page 3'; };
                  document.getElementById('pass').onclick = function () {
                    api.LMSSetValue('cmi.core.score.raw', '85'); api.LMSSetValue('cmi.core.score.min', '0');
                    api.LMSSetValue('cmi.core.score.max', '100'); api.LMSSetValue('cmi.core.lesson_status', 'passed');
                    api.LMSFinish(''); };
                </script></body></html>""";
    }

    private static String silent12() {
        return """
                <!doctype html><html lang="en"><title>Silent</title><body><h1 id="chapter"></h1><script>
                  var api; for (var w = window; !api && w !== w.parent; w = w.parent) { api = w.parent.API; }
                  document.getElementById('chapter').textContent = location.search;
                  api.LMSInitialize(''); window.addEventListener('unload', function () { api.LMSFinish(''); });
                  window.addEventListener('pagehide', function () { api.LMSFinish(''); });
                </script></body></html>""";
    }

    static byte[] zip(Map<String, String> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, words) -> bytes.put(path, words.getBytes(StandardCharsets.UTF_8)));
        return zipBytes(bytes);
    }

    static byte[] zipBytes(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
