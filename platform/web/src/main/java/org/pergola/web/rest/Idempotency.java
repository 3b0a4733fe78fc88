package org.pergola.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.pergola.api.actor.Actor;
import org.pergola.api.data.Database;
import org.pergola.api.data.Violations;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.time.Clock;
import org.pergola.web.http.LimitedBody;

/**
 * The same {@code Idempotency-Key} of the same actor gives the same answer once. With a JSON body the key, the effect
 * and the answer are one transaction: after a crash either all are there or none. A raw upload may run for long and do
 * more than write rows, so its key is claimed before and its answer kept after.
 */
final class Idempotency {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("\\p{Graph}{1,200}");
    private static final int LARGEST_JSON = 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(2);

    private final Database database;
    private final Answers answers;
    private final Clock clock;

    Idempotency(Database database, Answers answers, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.clock = clock;
    }

    /** What answers a request. */
    @FunctionalInterface
    interface Work {
        void answer(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    void around(Actor actor, HttpServletRequest request, HttpServletResponse response, Work work) throws Exception {
        String key = request.getHeader(HEADER);
        if (key == null || !request.getMethod().equals("POST") || actor instanceof Actor.Anonymous) {
            work.answer(request, response);
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refused(Refused.Kind.MALFORMED, Text.of("web.idempotency.key"));
        }
        boolean json = isJson(request) && !(actor instanceof Actor.Operator);
        byte[] body = json ? body(request) : new byte[0];
        Claim claim = new Claim(name(actor), key, fingerprint(request, body));
        Optional<Answers.Stored> before = answers.find(claim);
        if (before.isPresent()) {
            replay(before.get(), claim, response);
        } else if (json) {
            inOneTransaction(claim, new Replayable(request, body), response, work);
        } else {
            claimFirst(claim, request, response, work);
        }
        if (ThreadLocalRandom.current().nextInt(200) == 0) {
            answers.forgetBefore(clock.now().minus(KEPT));
        }
    }

    /** @param fingerprint of what is asked: the same key is for the same request */
    record Claim(String actor, String key, String fingerprint) {
    }

    private void inOneTransaction(Claim claim, Replayable request, HttpServletResponse response, Work work)
            throws IOException {
        Captured captured;
        try {
            captured = database.write(tx -> {
                answers.claim(tx, claim, clock.now());
                Captured answer = run(request, response, work);
                if (answer.getStatus() >= 400) {
                    throw new Undone(answer, (Throwable) request.getAttribute(FailureMapper.UNEXPECTED));
                }
                answers.complete(tx, claim, answer);
                return answer;
            });
        } catch (Undone undone) {
            captured = undone.answer;
        } catch (RuntimeException taken) {
            Optional<Answers.Stored> first = Violations.duplicate(taken) ? answers.find(claim) : Optional.empty();
            if (first.isEmpty()) {
                throw taken;
            }
            replay(first.get(), claim, response);
            return;
        }
        captured.send();
    }

    private void claimFirst(Claim claim, HttpServletRequest request, HttpServletResponse response, Work work)
            throws IOException {
        try {
            database.run(tx -> answers.claim(tx, claim, clock.now()));
        } catch (RuntimeException taken) {
            Optional<Answers.Stored> first = Violations.duplicate(taken) ? answers.find(claim) : Optional.empty();
            if (first.isEmpty()) {
                throw taken;
            }
            replay(first.get(), claim, response);
            return;
        }
        Captured captured = run(request, response, work);
        if (captured.getStatus() >= 400) {
            database.run(tx -> answers.release(tx, claim));
        } else {
            database.run(tx -> answers.complete(tx, claim, captured));
        }
        captured.send();
    }

    private static Captured run(HttpServletRequest request, HttpServletResponse response, Work work) {
        Captured captured = new Captured(response);
        request.removeAttribute(FailureMapper.UNEXPECTED);
        try {
            work.answer(request, captured);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return captured;
    }

    private static void replay(Answers.Stored stored, Claim claim, HttpServletResponse response) throws IOException {
        if (!stored.fingerprint().equals(claim.fingerprint())) {
            throw new Refused(Refused.Kind.INVALID, Text.of("web.idempotency.other"), HEADER);
        }
        if (stored.status() == 0) {
            throw Refused.conflict(Text.of("web.idempotency.running"));
        }
        response.setStatus(stored.status());
        stored.contentType().ifPresent(response::setContentType);
        stored.location().ifPresent(location -> response.setHeader("Location", location));
        stored.etag().ifPresent(tag -> response.setHeader("ETag", tag));
        byte[] bytes = stored.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String name(Actor actor) {
        return actor.person().map(id -> "person:" + id).orElse("operator");
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? request.getContentLengthLong() <= 0
                : type.startsWith("application/json") || type.startsWith("application/merge-patch+json");
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_JSON + 1);
        if (body.length > LARGEST_JSON) {
            throw LimitedBody.tooLarge(LARGEST_JSON);
        }
        return body;
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String asked = request.getRequestURI() + "?" + request.getQueryString() + " " + request.getContentType() + " "
                    + request.getContentLengthLong() + "\n";
            digest.update(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Rolls everything back, and carries the answer that says why. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Captured answer;

        private Undone(Captured answer, Throwable cause) {
            super("Answered with " + answer.getStatus(), cause);
            this.answer = answer;
        }
    }
}
