package org.pergola.shell.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pergola.api.host.Guard;
import org.pergola.api.plugin.PluginId;

/** Finds the help pages of all running bundles, read anew each time: they come and go with their plugins. */
@Component(service = HelpPages.class)
public final class HelpPages {
    private static final String FOLDER = "help/en";

    private final BundleContext context;
    private final Guard guard;

    /** @param name bundle and file, for the address @param plugin empty for the platform's */
    record HelpPage(String name, String title, Optional<PluginId> plugin, String markdown) {
    }

    @Activate
    public HelpPages(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** The platform's first, then by title. */
    List<HelpPage> all() {
        List<HelpPage> pages = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE) {
                pages(bundle).forEach(pages::add);
            }
        }
        pages.sort(Comparator.comparing((HelpPage page) -> page.plugin().isPresent()).thenComparing(HelpPage::title));
        return pages;
    }

    private List<HelpPage> pages(Bundle bundle) {
        Enumeration<URL> files = bundle.findEntries(FOLDER, "*.md", false);
        if (files == null) {
            return List.of();
        }
        Optional<PluginId> plugin = guard.owner(bundle);
        return Collections.list(files).stream().map(file -> {
            String markdown = read(file);
            String path = file.getPath();
            String name = bundle.getSymbolicName() + ":" + path.substring(path.lastIndexOf('/') + 1);
            return new HelpPage(name, title(markdown, name), plugin, markdown);
        }).toList();
    }

    /** HTML in the Markdown is shown as text, and links lead to http and https alone. */
    static String html(String markdown) {
        return HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build()
                .render(Parser.builder().build().parse(markdown));
    }

    private static String title(String markdown, String otherwise) {
        return markdown.lines().filter(line -> line.startsWith("# ")).map(line -> line.substring(2).strip())
                .findFirst().orElse(otherwise);
    }

    private static String read(URL file) {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
