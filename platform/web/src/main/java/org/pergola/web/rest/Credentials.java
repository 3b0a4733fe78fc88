package org.pergola.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.pergola.api.actor.Actor;
import org.pergola.api.error.Refused;
import org.pergola.api.host.SignIn;
import org.pergola.api.text.Text;

/** Who a request says it is: by password, by token, or nobody. Never by a cookie. */
final class Credentials {

    private final SignIn signIn;
    private final Predicate<String> operator;

    /** @param operator whether a token is the operator's */
    Credentials(SignIn signIn, Predicate<String> operator) {
        this.signIn = signIn;
        this.operator = operator;
    }

    /** @throws Refused (unauthenticated, or too many) where what is given is wrong */
    Actor actor(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return new Actor.Anonymous();
        }
        int space = header.indexOf(' ');
        String scheme = (space < 0 ? header : header.substring(0, space)).toLowerCase(Locale.ROOT);
        String given = space < 0 ? "" : header.substring(space + 1).strip();
        return switch (scheme) {
            case "basic" -> active(byPassword(given, request.getRemoteAddr()));
            case "bearer" -> operator.test(given) ? new Actor.Operator()
                    : active(signIn.byToken(given).orElseThrow(Credentials::wrong));
            default -> throw wrong();
        };
    }

    private UUID byPassword(String encoded, String address) {
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw wrong().because(malformed);
        }
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            throw wrong();
        }
        return signIn.checkAgain(decoded.substring(0, colon), decoded.substring(colon + 1), address);
    }

    private Actor active(UUID user) {
        if (!signIn.mayAct(user)) {
            throw wrong();
        }
        return new Actor.Person(user);
    }

    private static Refused wrong() {
        return new Refused(Refused.Kind.UNAUTHENTICATED, Text.of("web.credentials"));
    }
}
