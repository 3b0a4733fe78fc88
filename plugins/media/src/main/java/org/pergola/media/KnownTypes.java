package org.pergola.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The media type of a file by its first bytes; of text by its name as well. What is not known is just bytes. */
final class KnownTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final int LOOK = 4096;
    private static final Set<String> PLAIN = Set.of("txt", "md", "csv", "log");

    /** Beginnings, as Latin-1. */
    private static final Map<String, String> BEGINNINGS = Map.of("%PDF-", "application/pdf", "\u0089PNG\r\n\u001a\n",
            "image/png", "\u00ff\u00d8\u00ff", "image/jpeg", "GIF8", "image/gif", "ID3", "audio/mpeg", "\u00ff\u00fb",
            "audio/mpeg", "OggS", "audio/ogg");

    private KnownTypes() {
    }

    static String of(String name, InputStream bytes) throws IOException {
        byte[] first = bytes.readNBytes(LOOK);
        String head = new String(first, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
            if (head.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        if (head.startsWith("RIFF") && head.length() > 12) {
            String inside = head.substring(8, 12);
            return inside.equals("WEBP") ? "image/webp" : inside.equals("WAVE") ? "audio/wav" : UNKNOWN;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.startsWith("M4A", 8) ? "audio/mp4" : "video/mp4";
        }
        return PLAIN.contains(extension(name)) && isText(first, first.length == LOOK) ? "text/plain" : UNKNOWN;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A letter of several bytes may be cut at the end. */
    private static boolean isText(byte[] bytes, boolean cut) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean wrong = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, !cut).isError();
        return !wrong && text.flip().chars().noneMatch(letter -> letter == 0);
    }
}
