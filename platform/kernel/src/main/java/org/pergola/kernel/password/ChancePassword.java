package org.pergola.kernel.password;

import java.security.SecureRandom;

/** Passwords of chance that can be read out and typed: four groups of five, no letter that looks like another. */
public final class ChancePassword {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ChancePassword() {
    }

    /** 100 bits. */
    public static String next() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
