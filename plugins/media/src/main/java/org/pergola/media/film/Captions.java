package org.pergola.media.film;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** Subtitles as WebVTT: checked when they come, so that a browser does not drop them in silence. */
public final class Captions {

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String TIME = "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern CUE = Pattern.compile("\\s*" + TIME + "\\s+-->\\s+" + TIME + "(?:\\s.*)?");

    private Captions() {
    }

    /**
     * Reads a file.
     *
     * @param name what the person calls it
     * @return its bytes as UTF-8
     * @throws Refused (invalid) naming the file, the line and what is wrong there
     */
    public static byte[] read(String name, InputStream file) {
        byte[] bytes = bytes(name, file);
        List<String> lines = text(name, bytes).lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "");
        if (!first.matches("WEBVTT(?:[ \\t].*)?")) {
            throw Refused.invalid(Text.of("media.caption.none", name));
        }
        int cues = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).contains("-->")) {
                check(name, i + 1, lines.get(i));
                cues++;
            }
        }
        if (cues == 0) {
            throw Refused.invalid(Text.of("media.caption.empty", name));
        }
        return bytes;
    }

    private static byte[] bytes(String name, InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(Refused.Kind.TOO_LARGE, Text.of("media.caption.large", name));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The upload of " + name + " was broken off", e);
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw Refused.invalid(Text.of("media.caption.letters", name)).because(other);
        }
    }

    private static void check(String name, int number, String line) {
        Matcher cue = CUE.matcher(line);
        if (!cue.matches()) {
            throw Refused.invalid(Text.of("media.caption.time", name, number));
        }
        if (millis(cue, 5) <= millis(cue, 1)) {
            throw Refused.invalid(Text.of("media.caption.order", name, number));
        }
    }

    private static long millis(Matcher cue, int group) {
        long hours = cue.group(group) == null ? 0 : Long.parseLong(cue.group(group));
        return ((hours * 60 + Long.parseLong(cue.group(group + 1))) * 60 + Long.parseLong(cue.group(group + 2))) * 1000
                + Long.parseLong(cue.group(group + 3));
    }
}
