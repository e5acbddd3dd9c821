package dev.kapu.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.kapu.Installed;
import dev.kapu.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser, without its window. See {@link Installed} for where none is. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Patience.MILLIS);
        Installed.require(Files.isExecutable(PROGRAM), "Chromium, for the tests in a browser,", "chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Apart from all others, and without scripts: the pages need none. */
    Page page(String origin, String language) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setLocale(language)
                .setJavaScriptEnabled(false)
                .setViewportSize(1280, 900));
        context.setDefaultTimeout((double) Patience.MILLIS);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
