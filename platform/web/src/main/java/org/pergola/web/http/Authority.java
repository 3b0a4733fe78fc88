package org.pergola.web.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and its port, as in a Host header or an origin.
 *
 * @param host lower case; an IPv6 address in brackets
 * @param port empty where the scheme's own is meant
 */
record Authority(String host, Optional<Integer> port) {

    private static final Pattern SHAPE = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

    static Optional<Authority> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Authority(matcher.group(1).toLowerCase(Locale.ROOT),
                Optional.ofNullable(matcher.group(2)).map(Integer::valueOf)));
    }

    /** The authority of an origin such as {@code https://learn.example.org}; its scheme's own port counts as none. */
    static Optional<Authority> ofOrigin(String origin) {
        int colon = origin.indexOf("://");
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = origin.substring(0, colon).toLowerCase(Locale.ROOT);
        return parse(origin.substring(colon + 3)).map(found -> found.withoutPort(scheme.equals("https") ? 443 : 80));
    }

    /** The same without its port where that is the given one. */
    Authority withoutPort(int usual) {
        return port.isPresent() && port.get() == usual ? new Authority(host, Optional.empty()) : this;
    }

    /** Whether both are the same place, the usual ports of both schemes counting as none. */
    boolean sameAs(Authority other) {
        return withoutPort(80).withoutPort(443).equals(other.withoutPort(80).withoutPort(443));
    }

    @Override
    public String toString() {
        return host + port.map(number -> ":" + number).orElse("");
    }
}
