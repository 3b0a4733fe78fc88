package org.pergola.api.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the person calls the file that is the body: from {@code ?fileName=}, or from
 * {@code Content-Disposition: attachment; filename="..."}. Only for sentences, never a path. A parameter of the
 * resource method: {@code @BeanParam UploadName name}.
 *
 * @since 0.1
 */
public final class UploadName {

    private static final Pattern EXTENDED = Pattern.compile("filename\\*\\s*=\\s*UTF-8''([^;]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 120;

    private final String name;

    public UploadName(@QueryParam("fileName") @DefaultValue("") String query,
            @HeaderParam("Content-Disposition") @DefaultValue("") String disposition) {
        name = lastSegment(query.isBlank() ? from(disposition) : query);
    }

    /** The name without folders, or the given one where the request has none. */
    public String or(String fallback) {
        return name.isEmpty() ? fallback : name;
    }

    private static String from(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return java.net.URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (!plain.find()) {
            return "";
        }
        return plain.group(1) != null ? plain.group(1) : plain.group(2);
    }

    private static String lastSegment(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String readable = last.replaceAll("\\p{Cntrl}", "").strip();
        return readable.length() <= LONGEST ? readable : readable.substring(readable.length() - LONGEST);
    }
}
