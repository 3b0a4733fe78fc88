package org.pergola.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The description as a page to read, in plain HTML. */
final class DocumentPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            details { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .5rem;
                margin: .5rem 0; padding: .5rem .75rem; }
            summary { cursor: pointer; overflow-wrap: anywhere; }
            code, pre { font: .875rem/1.5 ui-monospace, monospace; }
            pre { overflow: auto; }
            b { display: inline-block; min-width: 4.5rem; }
            """;

    private DocumentPage() {
    }

    static String of(ObjectNode document, String nonce) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Pergola REST</title>"
                + "<style nonce=\"").append(nonce).append("\">").append(STYLE)
                .append("</style></head><body><main><h1>Pergola REST</h1><p>")
                .append(escape(document.at("/info/description").asText()))
                .append("</p><p>The same for programs: <a href=\"/api/openapi.json\">openapi.json</a></p>");
        byTag(document).forEach((tag, operations) -> page.append("<h2>").append(escape(tag)).append("</h2>")
                .append(operations));
        page.append("<h2>Shapes</h2>");
        document.at("/components/schemas").properties().forEach(schema -> page.append("<details id=\"")
                .append(escape(schema.getKey())).append("\"><summary><code>").append(escape(schema.getKey()))
                .append("</code></summary><pre>").append(escape(schema.getValue().toPrettyString()))
                .append("</pre></details>"));
        return page.append("</main></body></html>").toString();
    }

    private static Map<String, StringBuilder> byTag(ObjectNode document) {
        Map<String, StringBuilder> tags = new TreeMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            JsonNode operation = verb.getValue();
            if (operation.has("operationId")) {
                tags.computeIfAbsent(operation.at("/tags/0").asText(), tag -> new StringBuilder())
                        .append(operation(path.getKey(), verb.getKey(), operation));
            }
        }));
        return tags;
    }

    private static String operation(String path, String verb, JsonNode operation) {
        StringBuilder text = new StringBuilder("<details><summary><b>").append(verb.toUpperCase(Locale.ROOT))
                .append("</b> <code>").append(escape(path)).append("</code></summary>");
        if (operation.path("parameters").size() > 0) {
            text.append("<h3>Parameters</h3><ul>");
            operation.path("parameters").forEach(parameter -> text.append("<li><code>")
                    .append(escape(parameter.path("name").asText())).append("</code> in ")
                    .append(escape(parameter.path("in").asText())).append("</li>"));
            text.append("</ul>");
        }
        shape("Body", operation.at("/requestBody/content"), text);
        operation.path("responses").properties().forEach(response -> shape("Answer " + response.getKey(),
                response.getValue().path("content"), text));
        return text.append("</details>").toString();
    }

    private static void shape(String heading, JsonNode content, StringBuilder text) {
        content.properties().forEach(type -> text.append("<h3>").append(escape(heading)).append(", ")
                .append(escape(type.getKey())).append("</h3>").append(schema(type.getValue().path("schema"))));
    }

    private static String schema(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.isEmpty()) {
            return "<pre>" + escape(schema.toPrettyString()) + "</pre>";
        }
        String name = escape(reference.substring(reference.lastIndexOf('/') + 1));
        return "<p><a href=\"#" + name + "\"><code>" + name + "</code></a></p>";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
