package org.pergola.it;

import org.pergola.testing.Browser;
import org.pergola.testing.Distribution;
import org.pergola.testing.Rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The one distribution and the one browser that the tests of REST and pages share; each test makes people and courses
 * of its own.
 */
final class Running {

    private static Distribution shared;
    private static Browser browser;

    private Running() {
    }

    static synchronized Distribution shared() {
        if (shared == null) {
            shared = Distribution.start("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /**
     * The one browser of all tests that need no other; each person has a context of their own in it. Nobody closes it:
     * it ends with the process, and the way to it may be used by the thread that made it alone.
     */
    static synchronized Browser browser() {
        if (browser == null) {
            browser = new Browser();
        }
        return browser;
    }

    /** @param username also the password is made of it */
    record Learner(UUID id, String username, String password) {

        Rest rest(Distribution distribution) {
            return distribution.as(username, password);
        }
    }

    static Learner learner(Distribution distribution, String prefix) {
        String username = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        String password = "a garden in daylight " + username;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", username);
        body.put("email", username + "@example.org");
        body.put("firstName", "Amara");
        body.put("lastName", "Osei");
        body.put("password", password);
        Rest.Answer created = distribution.admin().post("api/v1/users", body).expect(201);
        return new Learner(UUID.fromString(created.body().path("id").asText()), username, password);
    }
}
