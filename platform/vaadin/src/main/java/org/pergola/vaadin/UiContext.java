package org.pergola.vaadin;

import java.net.URL;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * Where the pages' files come from: {@code META-INF/resources} of this bundle, its jars, and the application's bundle.
 * Types are given here, since the whiteboard knows none and browsers refuse scripts and styles without.
 */
final class UiContext extends ServletContextHelper {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript"), Map.entry("mjs", "text/javascript"), Map.entry("css", "text/css"),
            Map.entry("html", "text/html"), Map.entry("json", "application/json"), Map.entry("txt", "text/plain"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"), Map.entry("gif", "image/gif"), Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"), Map.entry("webmanifest", "application/manifest+json"));

    private final Bundle application;

    UiContext(Bundle vaadin, Bundle application) {
        super(vaadin);
        this.application = application;
    }

    @Override
    public URL getResource(String name) {
        String path = "META-INF/resources/" + (name.startsWith("/") ? name.substring(1) : name);
        return Optional.ofNullable(UiContext.class.getClassLoader().getResource(path))
                .orElseGet(() -> application.getEntry(path));
    }

    @Override
    public String getMimeType(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
