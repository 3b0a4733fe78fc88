package org.pergola.ui.part;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Lucide's drawings by name. */
final class Icons {
    private static final String HEAD = "<svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\""
            + " stroke=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\""
            + " focusable=\"false\">";
    private static final Map<String, String> DRAWINGS = read();

    private Icons() {
    }

    /** The whole element; a circle where nobody knows the name. */
    static String svg(String name) {
        return HEAD + DRAWINGS.getOrDefault(name, "<circle cx=\"12\" cy=\"12\" r=\"10\"/>") + "</svg>";
    }

    static boolean known(String name) {
        return DRAWINGS.containsKey(name);
    }

    private static Map<String, String> read() {
        Map<String, String> drawings = HashMap.newHashMap(2400);
        try (InputStream in = Icons.class.getResourceAsStream("icons.txt")) {
            if (in == null) {
                throw new IllegalStateException("The bundle has no icons.txt; frontend/icons.sh makes it.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                drawings.put(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return drawings;
    }
}
