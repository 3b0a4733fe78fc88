package org.pergola.kernel.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pergola.api.audit.Audit;

/** What of a row may be personal. The chain holds its digest, salted so that a name cannot be guessed from it. */
record AuditWords(String salt, String subjectName, String actorName, Optional<String> reason, String changes) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, List<String>>> SHAPE = new TypeReference<>() {
    };

    static AuditWords of(Audit.Entry entry, String actorName) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new AuditWords(HexFormat.of().formatHex(salt), cut(entry.subject().name(), 500), cut(actorName, 500),
                entry.reason().map(reason -> cut(reason, 2000)), write(entry.changes()));
    }

    private static String cut(String words, int length) {
        return words.length() <= length ? words : words.substring(0, length);
    }

    String digest() {
        return new Digest().add(salt).add(subjectName).add(actorName).add(reason.orElse(null)).add(changes).hex();
    }

    private static String write(Map<String, Audit.Change> changes) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        changes.forEach((field, change) -> {
            List<String> pair = new ArrayList<>();
            pair.add(change.before().orElse(null));
            pair.add(change.after().orElse(null));
            pairs.put(field, pair);
        });
        try {
            return JSON.writeValueAsString(pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Changes are words", e);
        }
    }

    static Map<String, Audit.Change> read(String changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, Audit.Change> read = new LinkedHashMap<>();
            JSON.readValue(changes, SHAPE).forEach((field, pair) -> read.put(field,
                    new Audit.Change(Optional.ofNullable(pair.get(0)), Optional.ofNullable(pair.get(1)))));
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the audit holds no changes: " + changes, e);
        }
    }
}
