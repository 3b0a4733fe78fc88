package org.pergola.kernel.plugins.record;

import java.util.ArrayList;
import java.util.List;
import org.pergola.api.text.Text;

/** Keeps a {@link Text} with simple arguments in two columns, so that it is shown in the reader's language later. */
final class Wordings {

    private static final String BETWEEN = "\u001f";
    private static final char NUMBER = 'n';
    private static final char WORDS = 's';

    private Wordings() {
    }

    static String arguments(Text text) {
        List<String> parts = new ArrayList<>();
        for (Object argument : text.args()) {
            boolean whole = argument instanceof Long || argument instanceof Integer;
            parts.add((whole ? NUMBER : WORDS) + String.valueOf(argument));
        }
        return String.join(BETWEEN, parts);
    }

    static Text read(String key, String arguments) {
        List<Object> parts = new ArrayList<>();
        if (!arguments.isEmpty()) {
            for (String part : arguments.split(BETWEEN)) {
                parts.add(part.charAt(0) == NUMBER ? Long.valueOf(part.substring(1)) : part.substring(1));
            }
        }
        return new Text(key, parts);
    }
}
