package org.pergola.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Headless Chromium as Debian ships it; a context for each person. */
public final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("pergola.chromium", "/usr/bin/chromium"))).setArgs(FLAGS)
                .setHeadless(true));
    }

    /** Somebody at a desk. */
    public BrowserContext desk() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    public BrowserContext deskInTheDark() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900)
                .setColorScheme(ColorScheme.DARK));
    }

    /** Somebody on the bus: 360 pixels wide. */
    public BrowserContext phone() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                .setHasTouch(true).setIsMobile(true));
    }

    /** Keeps a picture below {@code target/screens}. */
    public static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
