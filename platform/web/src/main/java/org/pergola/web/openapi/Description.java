package org.pergola.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.jandex.IndexView;

/** Describes resources in OpenAPI, and puts the descriptions of several bundles together. */
final class Description {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String REF = "#/components/schemas/";
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final FixedConfig CONFIG = new FixedConfig(Map.of(
            "mp.openapi.schema.org.pergola.api.rest.Patch",
            "{\"name\":\"MergePatch\",\"type\":\"object\",\"description\":\"A JSON merge patch: absent fields stay, null clears.\"}"));

    private Description() {
    }

    /**
     * @param owner whose resources these are: the tag of their operations, and before the names of their shapes
     */
    static ObjectNode of(String owner, IndexView classes) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Description.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            String json = SmallRyeOpenAPI.builder().withConfig(CONFIG).withApplicationClassLoader(own)
                    .withScannerClassLoader(own).withIndex(classes).enableModelReader(false)
                    .enableStandardFilter(false).enableStandardStaticFiles(false).build().toJSON();
            return (ObjectNode) MAPPER.readTree(json.replace(REF, REF + owner + "."));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One document of all, by owner. */
    static ObjectNode merge(Map<String, ObjectNode> parts) {
        ObjectNode all = MAPPER.createObjectNode();
        all.put("openapi", "3.1.0");
        all.putObject("info").put("title", "Pergola").put("version", "1").put("description",
                "Errors are problem documents (RFC 9457). Sign in by HTTP Basic with a local account, or by a personal "
                        + "token from POST /api/v1/tokens as a bearer. Lists take limit, cursor, q and sort. Changes "
                        + "take If-Match; POST takes Idempotency-Key.");
        all.putArray("servers").addObject().put("url", "/");
        ArrayNode tags = all.putArray("tags");
        ObjectNode paths = all.putObject("paths");
        ObjectNode components = all.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        components.set("securitySchemes", schemes());
        all.putArray("security").addObject().putArray("basic");
        ((ArrayNode) all.get("security")).addObject().putArray("token");
        problem(schemas);
        parts.forEach((owner, part) -> {
            tags.addObject().put("name", owner);
            part.path("components").path("schemas").properties()
                    .forEach(schema -> schemas.set(owner + "." + schema.getKey(), schema.getValue()));
            part.path("paths").properties().forEach(path -> add(owner, path.getKey(), path.getValue(), paths));
        });
        return all;
    }

    private static void add(String owner, String path, JsonNode item, ObjectNode paths) {
        ObjectNode known = paths.withObjectProperty("/api/v1" + path);
        for (Iterator<Map.Entry<String, JsonNode>> all = item.properties().iterator(); all.hasNext();) {
            Map.Entry<String, JsonNode> one = all.next();
            if (VERBS.contains(one.getKey()) && one.getValue() instanceof ObjectNode operation) {
                operation.put("operationId", id(owner, one.getKey(), path));
                operation.putArray("tags").add(owner);
                created(one.getKey(), operation);
                ((ObjectNode) operation.withObjectProperty("responses").withObjectProperty("default")
                        .put("description", "A problem").withObjectProperty("content")
                        .withObjectProperty("application/problem+json")).withObjectProperty("schema")
                        .put("$ref", REF + "Problem");
                known.set(one.getKey(), operation);
            } else if (!known.has(one.getKey())) {
                known.set(one.getKey(), one.getValue());
            }
        }
    }

    /** A resource that answers with a response of its own making has made something. */
    private static void created(String verb, ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        JsonNode ok = responses.path("200");
        if (verb.equals("post") && ok.at("/content/application~1json/schema").isEmpty()) {
            responses.remove("200");
            responses.putObject("201").put("description", "Created");
        }
    }

    private static String id(String owner, String verb, String path) {
        return owner + "." + verb.toLowerCase(Locale.ROOT) + path.replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static ObjectNode schemes() {
        ObjectNode schemes = MAPPER.createObjectNode();
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        return schemes;
    }

    private static void problem(ObjectNode schemas) {
        ObjectNode properties = schemas.putObject("Problem").put("type", "object").putObject("properties");
        for (String name : List.of("type", "title", "detail", "field")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
    }
}
