package org.pergola.api.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pergola.api.error.Refused;
import org.pergola.api.text.Text;

/**
 * The version that a change expects, from {@code If-Match}. A parameter of the resource method:
 * {@code @BeanParam IfMatch ifMatch}.
 *
 * @since 0.1
 */
public final class IfMatch {

    private static final Pattern SHAPE = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Optional<Long> version;

    /** @throws Refused (moved on) where it is no tag that the platform gives */
    public IfMatch(@HeaderParam("If-Match") @DefaultValue("*") String header) {
        String tag = header.strip();
        if (tag.equals("*") || tag.isEmpty()) {
            version = Optional.empty();
            return;
        }
        Matcher matcher = SHAPE.matcher(tag);
        if (!matcher.matches()) {
            throw movedOn();
        }
        version = Optional.of(Long.valueOf(matcher.group(1)));
    }

    /** Empty where any version will do. */
    public Optional<Long> version() {
        return version;
    }

    /** @throws Refused (moved on) where another version is expected than this */
    public void check(long current) {
        if (version.isPresent() && version.get() != current) {
            throw movedOn();
        }
    }

    /** What a service throws too when the expected version has passed. */
    public static Refused movedOn() {
        return new Refused(Refused.Kind.MOVED_ON, Text.of("web.moved_on"));
    }
}
