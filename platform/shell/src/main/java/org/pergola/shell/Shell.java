package org.pergola.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline.Position;
import com.vaadin.flow.component.page.Inline.Wrapping;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;

/** What holds for every page: Aura beneath our own style sheet, push, light and dark as the system says. */
@Push
@StyleSheet(Aura.STYLESHEET)
@Viewport("width=device-width, initial-scale=1")
public final class Shell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = read();

    /** Our style sheet after Aura's, a mark for the tab, and the script that knows the area and keeps a page's place. */
    @Override
    public void configurePage(AppShellSettings settings) {
        String version = Long.toHexString(FrameworkUtil.getBundle(Shell.class).getLastModified());
        settings.addLink(Position.APPEND, "/shell/pergola.css?" + version, Map.of("rel", "stylesheet"));
        settings.addLink(Position.APPEND, "/shell/mark.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addInlineWithContents(Position.PREPEND, SCRIPT, Wrapping.JAVASCRIPT);
    }

    private static String read() {
        try (InputStream file = Shell.class.getResourceAsStream("shell.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
