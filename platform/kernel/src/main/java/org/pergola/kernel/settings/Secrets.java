package org.pergola.kernel.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.pergola.kernel.folder.DataFolder;

/** Encrypts what the database may not tell, with the key in {@code DIR/key}: AES-GCM, bound to the setting's name. */
final class Secrets {

    private static final String FILE = "key";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Secrets(DataFolder folder) {
        Path file = folder.file(FILE);
        if (Files.notExists(file)) {
            byte[] fresh = new byte[KEY];
            random.nextBytes(fresh);
            folder.writeSecret(FILE, Base64.getEncoder().encodeToString(fresh));
        }
        try {
            this.key = new SecretKeySpec(Base64.getDecoder().decode(Files.readString(file).strip()), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the stored secrets cannot be read: " + file, e);
        }
    }

    String encrypt(String name, String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(
                ByteBuffer.allocate(NONCE + hidden.length).put(nonce).put(hidden).array());
    }

    /** @throws IllegalStateException where it was encrypted with another key, or for another name */
    String decrypt(String name, String stored) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] hidden = new byte[bytes.remaining()];
        bytes.get(hidden);
        return new String(run(Cipher.DECRYPT_MODE, nonce, name, hidden), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String name, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret setting " + name + " does not fit the key in the data folder",
                    e);
        }
    }
}
