package org.pergola.kernel.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.lang.ref.SoftReference;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * What a password must be: long enough, and none that is tried first. No rules on kinds of characters, no expiry:
 * both make passwords worse.
 */
@Component(service = PasswordPolicy.class)
public final class PasswordPolicy {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final double GUESSES = 10_000;
    private static final int WEIGHED = 64;

    /** Its word lists take some megabytes, and passwords are set seldom. */
    private SoftReference<Zxcvbn> guesser = new SoftReference<>(null);

    /**
     * @param about names of the person, which are no password
     * @throws Refused at the field {@code password}
     */
    public String checked(String password, List<String> about) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refused.invalid("password", Text.of("kernel.user.password.short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw Refused.invalid("password", Text.of("kernel.user.password.long", LONGEST));
        }
        String weighed = password.length() > WEIGHED ? password.substring(0, WEIGHED) : password;
        if (guesser().measure(weighed, about).getGuesses() < GUESSES) {
            throw Refused.invalid("password", Text.of("kernel.user.password.common"));
        }
        return password;
    }

    private synchronized Zxcvbn guesser() {
        Zxcvbn known = guesser.get();
        if (known == null) {
            known = new Zxcvbn();
            guesser = new SoftReference<>(known);
        }
        return known;
    }
}
