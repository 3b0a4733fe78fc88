package org.pergola.web.content;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pergola.api.file.SignedFiles.Served;

/**
 * Which file an address opens, how it is sent, and until when: written into the address and signed, so that none of it
 * can be changed by who holds it.
 *
 * @param until cut to seconds
 */
record Signature(Served file, Instant until) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "1";
    private static final int FIELDS = 6;

    /** The last segment of the address. */
    String signed(byte[] key) {
        String told = String.join("\n", VERSION, Long.toString(until.getEpochSecond()), file.hash(),
                file.download() ? "save" : "show", file.type(), file.name());
        byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
        return text(bytes) + "." + text(mac(key, bytes));
    }

    /** Empty where it is not signed by this key. */
    static Optional<Signature> read(String signed, byte[] key) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] told = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] mac = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(mac, mac(key, told)) ? parse(told) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<Signature> parse(byte[] told) {
        String[] fields = new String(told, StandardCharsets.UTF_8).split("\n", FIELDS);
        if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
            return Optional.empty();
        }
        return Optional.of(new Signature(new Served(fields[2], fields[5], fields[4], fields[3].equals("save")),
                Instant.ofEpochSecond(Long.parseLong(fields[1]))));
    }

    private static byte[] mac(byte[] key, byte[] told) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(told);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
