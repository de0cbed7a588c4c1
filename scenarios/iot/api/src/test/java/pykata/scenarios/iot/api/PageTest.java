package pykata.scenarios.iot.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The page as a person sees it, in a real browser. Screenshots lie in {@code target/screenshots}. */
@Timeout(600)
class PageTest {

    private static final int PHONE = 360;
    private static final double PATIENCE = 60_000; // ms
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private Path folder;

    private static Playwright playwright;
    private static Browser browser;

    private FilledStore store;
    private Api api;
    private Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    /** What this machine has: nothing is downloaded for a test. */
    @BeforeAll
    static void startBrowser() throws IOException {
        var chromium = onPath("chromium", "chromium-browser", "google-chrome", "chrome");
        var node = onPath("node", "node.exe");
        if (chromium.isEmpty() || node.isEmpty()) {
            var missing = "the page is tested in Chromium, driven by Node.js: %s is not on PATH"
                    .formatted(chromium.isEmpty() ? "chromium" : "node");
            if ("true".equals(System.getenv("PYKATA_STRICT"))) {
                throw new IllegalStateException(missing);
            }
            throw new TestAbortedException(missing);
        }
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.get().toString())));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox"))); // it opens one page of ours, perhaps as root
        Files.createDirectories(SCREENSHOTS);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    static void endBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void start() throws SQLException, IOException {
        store = FilledStore.in(folder);
        api = Api.start(0, "127.0.0.1:1", store.url(), new Sent(folder.resolve("sent")));
    }

    @AfterEach
    void end() throws Exception {
        if (page != null) {
            page.context().close();
        }
        api.close();
    }

    private void open(int width, int height, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setTimezoneId("UTC"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(faults::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(api.uri() + "/")) {
                elsewhere.add(request.url());
            }
        });
        page.navigate(api.uri() + "/");
        assertThat(page.locator("#state")).containsText("connected,", in());
    }

    private static ContainsTextOptions in() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }

    private void picture(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void all_of_it_is_there_on_a_desk_and_nothing_comes_from_elsewhere(ColorScheme scheme) {
        open(1_280, 900, scheme);

        assertThat(page.locator("#equation")).containsText("2,100", in());
        assertThat(page.locator("#equation")).containsText("1,800", in());
        assertThat(page.locator("#verdict")).containsText("It adds up", in());
        assertThat(page.locator("#devices tr")).hasCount(20);
        assertThat(page.locator("#chart polyline")).hasCount(2);
        assertThat(page.locator("#alerts li")).hasCount(3);
        assertThat(page.locator("#alerts li").first()).containsText("d000003 closed", in());
        assertThat(page.locator("#rules")).containsText("version 2 refused: SyntaxError", in());
        assertThat(page.locator("#lag")).containsText("The log does not answer", in());
        picture("desk-" + scheme.name().toLowerCase(Locale.ROOT));
        assertThat(faults).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_phone_needs_no_scrolling_to_the_side(ColorScheme scheme) throws IOException {
        Files.writeString(folder.resolve("sent"), "2150");
        open(PHONE, 740, scheme);
        assertThat(page.locator("#equation")).containsText("on the way", in());
        picture("phone-" + scheme.name().toLowerCase(Locale.ROOT));

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        assertThat(faults).isEmpty();
    }

    /** Of text against what is behind it, as WCAG 2.2 counts it: at least 4.5. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_text_has_enough_contrast(ColorScheme scheme) {
        open(1_280, 900, scheme);

        var tooPale = page.evaluate("""
                () => {
                  const light = colour => {
                    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number)
                      .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const behind = node => {
                    for (let at = node; at; at = at.parentElement) {
                      const colour = getComputedStyle(at).backgroundColor;
                      if (!colour.endsWith(', 0)')) return colour;
                    }
                  };
                  return [...document.querySelectorAll('body *')]
                    .filter(node => node.offsetParent && [...node.childNodes].some(c => c.nodeType === 3 && c.textContent.trim()))
                    .filter(node => !node.disabled)
                    .map(node => {
                      const [a, b] = [light(getComputedStyle(node).color), light(behind(node))].sort((x, y) => y - x);
                      return [node.textContent.trim().slice(0, 30), (a + 0.05) / (b + 0.05)];
                    })
                    .filter(([, contrast]) => contrast < 4.5)
                    .map(String);
                }""");

        assertThat((List<?>) tooPale).isEmpty();
    }

    @Test
    void an_alert_shows_without_a_reload() throws SQLException {
        open(1_280, 900, ColorScheme.LIGHT);
        store.alert(17, true);

        assertThat(page.locator("#alerts li").first()).containsText("d000017 opened", in());
        assertThat(page.locator("#count")).containsText("2 with an open alert", in());
    }

    @Test
    void a_lost_reading_shows() throws SQLException {
        open(1_280, 900, ColorScheme.LIGHT);
        store.loseOne();

        assertThat(page.locator("#verdict")).containsText("1,800 of 1,801 accepted", in());
    }

    @Test
    void a_lost_connection_is_said_and_its_return_too() throws Exception {
        open(1_280, 900, ColorScheme.LIGHT);
        assertThat(page.locator("#lost")).isHidden();
        var port = api.uri().getPort();

        api.close();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Connection lost. What you see is from", in());
        picture("lost");
        api = Api.start(port, "127.0.0.1:1", store.url(), new Sent(null));
        assertThat(page.locator("#state")).containsText("connected,", in());
        assertThat(page.locator("#lost")).isHidden();
        store.alert(21, true);
        assertThat(page.locator("#alerts li").first()).containsText("d000021 opened", in());
        assertThat(page.locator("#alerts li")).hasCount(4);
    }

    /** Tab and Enter alone: to a device and back, and to the next page. */
    @Test
    void it_works_with_a_keyboard() {
        open(1_280, 900, ColorScheme.LIGHT);
        tabTo("d000002");
        page.keyboard().press("Enter");
        assertThat(page.locator("#h-device")).containsText("Device d000002", in());
        assertThat(page.locator("#h-device")).isFocused();
        assertThat(page.locator("#newest tr")).hasCount(10);
        assertThat(page.locator("#legend")).containsText("Device d000002", in());
        picture("device");

        tabTo("Show all devices");
        page.keyboard().press("Enter");
        assertThat(page.locator("#device")).isHidden();

        tabTo("Next");
        page.keyboard().press("Enter");
        assertThat(page.locator("#devices tr")).hasCount(10);
        assertThat(page.locator("#devices tr").first()).containsText("d000020", in());
    }

    private void tabTo(String text) {
        for (var i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (text.equals(page.evaluate("document.activeElement.textContent"))) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + text);
    }

    @Test
    void a_device_that_nobody_knows_is_said() {
        open(1_280, 900, ColorScheme.LIGHT);
        page.navigate(api.uri() + "/#d000999");

        assertThat(page.locator("#about")).containsText("nothing has come from device 'd000999'", in());
        assertThat(page.locator("#lost")).isHidden();
    }
}
