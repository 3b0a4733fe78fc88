package org.pergola.kernel.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the names of an archive's entries, and says what is wrong with one. */
final class EntryNames {

    /** What old archives are written in that say nothing of their names. */
    private static final Charset OLD = Charset.isSupported("IBM437") ? Charset.forName("IBM437")
            : StandardCharsets.ISO_8859_1;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final Set<String> seen = new HashSet<>();

    /** @param utf8 whether the archive says that the name is UTF-8; then anything else is no name */
    static Optional<String> decode(byte[] raw, boolean utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException e) {
            return utf8 ? Optional.empty() : Optional.of(new String(raw, OLD));
        }
    }

    /** The key of the words that say what is wrong with the name; empty where nothing is. */
    Optional<String> fault(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (path.isEmpty() || path.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            return Optional.of("kernel.archive.control");
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return Optional.of("kernel.archive.absolute");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("kernel.archive.backslash");
        }
        String[] parts = path.split("/", -1);
        for (String part : parts) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                return Optional.of("kernel.archive.outside");
            }
        }
        if (parts.length > ArchiveLimits.DEPTH || path.length() > ArchiveLimits.PATH) {
            return Optional.of("kernel.archive.deep");
        }
        return seen.add(folded(path)) ? Optional.empty() : Optional.of("kernel.archive.twice");
    }

    /** Two names that differ in case, or in how an accent is written, are one file on some machines. */
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
