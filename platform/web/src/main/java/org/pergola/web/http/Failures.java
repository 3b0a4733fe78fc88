package org.pergola.web.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ParamException;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;
import org.pergola.api.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a problem document whatever was thrown. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Texts texts;

    public Failures(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param problem    what is answered
     * @param retryAfter seconds, where it says so
     * @param unexpected whether it is a fault of ours: counted against the plugin
     */
    public record Said(Problem problem, Optional<Long> retryAfter, boolean unexpected) {
    }

    public Said say(Throwable thrown) {
        Optional<Refused> refused = cause(thrown, Refused.class);
        if (refused.isPresent()) {
            return say(refused.get());
        }
        Optional<ParamException> parameter = cause(thrown, ParamException.class);
        if (parameter.isPresent()) {
            return say(parameter.get());
        }
        Optional<JacksonException> json = cause(thrown, JacksonException.class);
        if (json.filter(Failures::isOfTheCaller).isPresent()) {
            return say(json.get());
        }
        Optional<WebApplicationException> web = cause(thrown, WebApplicationException.class);
        if (web.isPresent() && web.get().getResponse().getStatus() < 500) {
            return expected(Problem.of(web.get().getResponse().getStatus(), sentence(web.get().getResponse())));
        }
        if (cause(thrown, EOFException.class).isPresent() || cause(thrown, ClosedChannelException.class).isPresent()) {
            LOG.debug("A client went away in the middle of a request", thrown);
            return expected(Problem.of(400, words("web.request")));
        }
        String reference = String.format(Locale.ROOT, "%04X", RANDOM.nextInt(0x10000));
        LOG.error("Reference {}: a request failed", reference, thrown);
        return new Said(Problem.of(500, words("web.failed", reference)), Optional.empty(), true);
    }

    /** A body that cannot be read; one that we cannot write, or a shape that cannot be read at all, is our own fault. */
    private static boolean isOfTheCaller(JacksonException json) {
        return !(json.getProcessor() instanceof JsonGenerator) && !(json instanceof InvalidDefinitionException);
    }

    private Said say(Refused refused) {
        Problem problem = Problem.of(refused.kind().status(), texts.words(refused.text())).at(refused.field());
        Optional<Long> wait = refused.kind() == Refused.Kind.TOO_MANY ? refused.text().args().stream()
                .filter(Number.class::isInstance).map(number -> ((Number) number).longValue()).findFirst()
                : refused.kind() == Refused.Kind.UNAVAILABLE ? Optional.of(5L) : Optional.empty();
        if (refused.getCause() != null) {
            LOG.debug("Refused: {}", refused.getMessage(), refused);
        }
        return new Said(problem, wait, false);
    }

    private Said say(ParamException parameter) {
        boolean path = parameter instanceof ParamException.PathParamException;
        return expected(path ? Problem.of(404, words("web.missing"))
                : Problem.of(400, words("web.field.malformed", parameter.getParameterName()))
                        .at(Optional.of(parameter.getParameterName())));
    }

    private Said say(JacksonException json) {
        if (json instanceof JsonMappingException mapping) {
            Optional<String> field = field(mapping);
            String key = json instanceof UnrecognizedPropertyException ? "web.field.unknown" : "web.field.malformed";
            return expected(field.isPresent() ? Problem.of(422, words(key, field.get())).at(field)
                    : Problem.of(422, words("web.json.shape")));
        }
        return expected(Problem.of(400, words("web.json.malformed",
                json.getLocation() == null ? 1 : json.getLocation().getLineNr())));
    }

    private static Optional<String> field(JsonMappingException mapping) {
        List<String> names = mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName)
                .filter(java.util.Objects::nonNull).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(".", names));
    }

    private String sentence(Response response) {
        return switch (response.getStatus()) {
            case 404 -> words("web.missing");
            case 405 -> words("web.method");
            case 406 -> words("web.accept");
            case 415 -> words("web.type");
            default -> words("web.request");
        };
    }

    private String words(String key, Object... arguments) {
        return texts.words(Text.of(key, arguments));
    }

    private static Said expected(Problem problem) {
        return new Said(problem, Optional.empty(), false);
    }

    /** The first of the type among the exception, its causes and, for those of injection, what they gather. */
    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return cause(thrown, type, new HashSet<>());
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Optional.empty();
        }
        if (type.isInstance(thrown)) {
            return Optional.of(type.cast(thrown));
        }
        if (thrown instanceof org.glassfish.hk2.api.MultiException many) {
            Optional<T> gathered = many.getErrors().stream().map(error -> cause(error, type, seen))
                    .flatMap(Optional::stream).findFirst();
            if (gathered.isPresent()) {
                return gathered;
            }
        }
        return cause(thrown.getCause(), type, seen);
    }
}
