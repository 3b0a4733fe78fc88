package org.pergola.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Speaks to {@code /api/v1} as one person. */
public final class Rest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final String authorization;

    private Rest(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** @param base such as {@code http://localhost:8080/} */
    public static Rest basic(URI base, String username, String password) {
        String pair = username + ":" + password;
        return new Rest(base, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public static Rest stranger(URI base) {
        return new Rest(base, "");
    }

    /** @param body empty where there is none, or no JSON */
    public record Answer(int status, JsonNode body, String text, java.net.http.HttpHeaders headers) {

        public String detail() {
            return body.path("detail").asText("");
        }

        /** @throws AssertionError where the status is another, with what the server said */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Answer upload(String method, String path, String contentType, Path file) {
        try {
            return send(method, path, contentType, BodyPublishers.ofFile(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Answer upload(String method, String path, String contentType, byte[] bytes) {
        return send(method, path, contentType, BodyPublishers.ofByteArray(bytes));
    }

    private Answer json(String method, String path, Object body) {
        try {
            return send(method, path, "application/json", BodyPublishers.ofString(
                    body instanceof Map<?, ?> || body instanceof JsonNode ? MAPPER.writeValueAsString(body)
                            : String.valueOf(body)));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private Answer send(String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(120))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()), response.body(), response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MAPPER.createObjectNode() : node;
        } catch (JsonProcessingException other) {
            return MAPPER.createObjectNode();
        }
    }
}
