package org.pergola.kernel.people;

import java.util.regex.Pattern;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/** What a username, an e-mail address and a name must be. */
final class PersonRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,99}");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}<>\"]{1,64}@[^@\\s\\p{Cntrl}<>\"]{1,180}");
    private static final int NAME = 100;

    private PersonRules() {
    }

    static String username(String given) {
        String username = present("username", given);
        if (username.contains("@")) {
            throw Refused.invalid("username", Text.of("kernel.user.username.at"));
        }
        if (!USERNAME.matcher(username).matches()) {
            throw Refused.invalid("username", Text.of("kernel.user.username.malformed"));
        }
        return username;
    }

    static String email(String given) {
        String email = present("email", given);
        if (!EMAIL.matcher(email).matches()) {
            throw Refused.invalid("email", Text.of("kernel.user.email.malformed", email));
        }
        return email;
    }

    /** @param field {@code firstName} or {@code lastName} */
    static String name(String field, String given) {
        String name = present(field, given);
        if (name.length() > NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(field, Text.of("kernel.user.name.malformed", NAME));
        }
        return name;
    }

    private static String present(String field, String given) {
        if (given == null || given.isBlank()) {
            throw Refused.invalid(field, Text.of("kernel.field.missing"));
        }
        return given.strip();
    }
}
