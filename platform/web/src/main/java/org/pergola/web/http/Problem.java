package org.pergola.web.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A problem document (RFC 9457).
 *
 * @param detail a sentence for a person
 * @param field  the input that is wrong
 */
public record Problem(int status, String title, String detail, Optional<String> field) {

    public static final String TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Malformed"),
            Map.entry(401, "Sign-in needed"), Map.entry(403, "Not permitted"), Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "Not acceptable"), Map.entry(409, "Conflict"),
            Map.entry(412, "Moved on"), Map.entry(413, "Too large"), Map.entry(415, "Unsupported type"),
            Map.entry(416, "Range not there"), Map.entry(421, "Wrong host"), Map.entry(422, "Invalid"),
            Map.entry(429, "Too many tries"), Map.entry(503, "Not available now"));

    public static Problem of(int status, String detail) {
        return new Problem(status, TITLES.getOrDefault(status, "Something went wrong"), detail, Optional.empty());
    }

    public Problem at(Optional<String> wrong) {
        return new Problem(status, title, detail, wrong);
    }

    public String json() {
        StringBuilder json = new StringBuilder(160).append("{\"type\":\"about:blank\",\"title\":").append(quote(title))
                .append(",\"status\":").append(status).append(",\"detail\":").append(quote(detail));
        field.ifPresent(name -> json.append(",\"field\":").append(quote(name)));
        return json.append('}').toString();
    }

    /** Answers with this and nothing else, where nothing has been sent yet. */
    public void write(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(TYPE);
        SecurityHeaders.data(response);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String quote(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
