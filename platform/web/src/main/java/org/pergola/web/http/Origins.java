package org.pergola.web.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The installation's two origins: the portal's A, whose pages carry a cookie, and the content's B, where packages that
 * others made run and where no cookie is ever read. They are, in this order:
 *
 * <ol>
 * <li>the configured hosts {@code pergola.host} and {@code pergola.content.host}, each a host with or without a port,
 * or a whole origin where a proxy speaks TLS;
 * <li>the configured host (or {@code localhost}) and the same host on the port {@code pergola.content.port};
 * <li>{@code localhost} and {@code 127.0.0.1}, while the server listens on loopback alone.
 * </ol>
 *
 * <p>On loopback a host name alone cannot tell which page is the portal's, so the portal is always {@code localhost}:
 * served under both names, a package could open itself under the portal's and act with its cookie.
 */
public final class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<String> portal;
    private final Optional<String> content;
    private final Optional<Integer> contentPort;
    private final boolean loopbackOnly;
    private volatile int port = 8080;

    private Origins(Optional<String> portal, Optional<String> content, Optional<Integer> contentPort,
            boolean loopbackOnly) {
        this.portal = portal;
        this.content = content;
        this.contentPort = contentPort;
        this.loopbackOnly = loopbackOnly;
    }

    /** @param property framework properties by name, null for none */
    public static Origins of(Function<String, String> property) {
        Function<String, Optional<String>> read = name -> Optional.ofNullable(property.apply(name)).map(String::strip)
                .filter(value -> !value.isEmpty());
        return new Origins(read.apply("pergola.host"), read.apply("pergola.content.host"),
                read.apply("pergola.content.port").map(Integer::valueOf), read.apply("pergola.listen").isEmpty());
    }

    /** The port that the main connector has; told when it is open. */
    public void listensOn(int port) {
        this.port = port;
    }

    public Optional<Integer> contentPort() {
        return contentPort;
    }

    public boolean loopbackOnly() {
        return loopbackOnly;
    }

    /**
     * @param host         the Host header
     * @param localAddress the address that the connection came in at: it may be used as a name where no host is
     *                     configured, since no foreign name can be made to point at a page of ours that way
     */
    public Side side(String host, String localAddress) {
        Optional<Authority> asked = Authority.parse(host);
        if (asked.isEmpty()) {
            return Side.UNKNOWN;
        }
        Authority authority = asked.get();
        if (isConfigured(content, authority)) {
            return Side.CONTENT;
        }
        if (contentPort.isPresent() && authority.port().equals(contentPort)) {
            return known(authority, localAddress) ? Side.CONTENT : Side.UNKNOWN;
        }
        if (isConfigured(portal, authority)) {
            return Side.PORTAL;
        }
        if (!known(authority, localAddress)) {
            return Side.UNKNOWN;
        }
        return switch (authority.host()) {
            case "127.0.0.1" -> loopbackPair() ? Side.CONTENT : Side.BACK;
            case "[::1]" -> Side.BACK;
            default -> Side.PORTAL;
        };
    }

    private boolean known(Authority authority, String localAddress) {
        return LOOPBACK.contains(authority.host()) || isHostOf(portal, authority)
                || portal.isEmpty() && authority.host().equals(bracketed(localAddress));
    }

    /** Whether content is served at the other loopback name: machines are answered there too. */
    public boolean loopbackPair() {
        return loopbackOnly && portal.isEmpty() && content.isEmpty() && contentPort.isEmpty();
    }

    /** A, such as {@code http://localhost:8080}. */
    public String portal() {
        return portal.map(this::origin).orElseGet(() -> "http://localhost" + portSuffix());
    }

    /** B, such as {@code http://127.0.0.1:8080}; empty where no origin can be had for content. */
    public Optional<String> content() {
        if (content.isPresent()) {
            return content.map(this::origin);
        }
        if (contentPort.isPresent()) {
            String scheme = portal().substring(0, portal().indexOf("://"));
            return Authority.ofOrigin(portal()).map(a -> scheme + "://" + a.host() + ":" + contentPort.get());
        }
        return loopbackPair() ? Optional.of("http://127.0.0.1" + portSuffix()) : Optional.empty();
    }

    private String origin(String configured) {
        if (configured.contains("://")) {
            return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        }
        boolean portless = Authority.parse(configured).flatMap(Authority::port).isEmpty();
        return "http://" + configured + (portless ? portSuffix() : "");
    }

    private String portSuffix() {
        return port == 80 ? "" : ":" + port;
    }

    /** Whether the authority is the configured one; without a configured port any port will do. */
    private static boolean isConfigured(Optional<String> configured, Authority asked) {
        return authority(configured).filter(own -> own.port().isEmpty() ? own.host().equals(asked.host())
                : own.sameAs(asked)).isPresent();
    }

    private static boolean isHostOf(Optional<String> configured, Authority asked) {
        return authority(configured).filter(own -> own.host().equals(asked.host())).isPresent();
    }

    private static Optional<Authority> authority(Optional<String> configured) {
        return configured.flatMap(text -> text.contains("://") ? Authority.ofOrigin(text) : Authority.parse(text));
    }

    private static String bracketed(String address) {
        String plain = address.startsWith("[") ? address : address.contains(":") ? "[" + address + "]" : address;
        int zone = plain.indexOf('%');
        return zone < 0 ? plain : plain.substring(0, zone) + "]";
    }
}
