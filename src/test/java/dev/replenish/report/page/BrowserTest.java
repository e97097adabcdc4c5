package dev.replenish.report.page;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.replenish.cli.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser: Debian's Chromium and its driver, if they are installed. */
@Tag("long")
class BrowserTest {
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)></style><script>document.title='x'</script>"
          + "[a](javascript:alert(1)) \u202e ";

  @TempDir private static Path profile;
  private static Browser browser;

  @TempDir Path tmp;

  @BeforeAll
  static void open() {
    assumeTrue(Browser.isInstalled(), "chromium and chromedriver are not installed");
    browser = Browser.open(profile);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** A board with something in every section. */
  private Path page() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 1; i <= 16; i++) {
      tasks.append(ready("A-" + i, "Cup " + i));
    }
    String waiting =
        ready("B-1", HOSTILE).replace("**Plan:**", "**Dependencies:** B-2\n**Plan:**")
            + ready("B-2", HOSTILE + "x".repeat(10_000))
                .replace("**Plan:**", "**Due:** 2026-01-05\n**Plan:**")
            + incomplete("B-3", "Rest");
    Shell shell =
        Shell.withBacklog(
            tmp, group("dev", "critical", tasks.toString()), group("qa", "low", waiting));
    int task = 1;
    for (String day : List.of("2026-01-05", "2026-01-14", "2026-01-21")) {
      shell.ok("run", "--date", day);
      for (int i = 0; i < 5; i++) {
        shell.ok("done", "A-" + task++, "--date", day);
      }
    }
    shell.ok("run", "--date", "2026-01-22");
    shell.ok("start", "A-16", "--date", "2026-01-22");
    return write(shell);
  }

  private Path write(Shell shell) {
    shell.ok("report", "--html", "page.html", "--date", "2026-02-04");
    return shell.root().resolve("page.html");
  }

  @ParameterizedTest
  @CsvSource({
    "360, light, screen",
    "360, dark, screen",
    "1280, light, screen",
    "1280, dark, screen",
    "2000, light, screen",
    "794, light, print"
  })
  void pageIsAccessibleAtEveryWidthAndScheme(int width, String scheme, String medium) {
    browser.show(page(), width, scheme, medium);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertEquals(
        List.of(),
        browser.run(
            "const w = document.documentElement.clientWidth;"
                + "return document.documentElement.scrollWidth <= w ? [] :"
                + " [...document.querySelectorAll('body *')].filter(e =>"
                + " e.getBoundingClientRect().right > w + 1 && !e.closest('.scroll'))"
                + ".slice(0, 5).map(e => e.outerHTML.slice(0, 200))"),
        "it is wider than the window");
    assertEquals(List.of(), browser.violations());
  }

  @Test
  void pageRunsNoScriptAndFetchesNothing() {
    Path page = page();
    browser.console();
    browser.requests();
    browser.show(page, 1280, "light", "screen");
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertEquals(List.of(), browser.console());
    assertEquals(List.of(page.toUri().toString()), browser.requests());
    assertTrue(String.valueOf(browser.run("return document.title")).startsWith("Board report"));
    assertEquals(
        0L, browser.run("return document.querySelectorAll('script, img, iframe, object').length"));
    assertEquals(
        List.of(),
        browser.run(
            "return [...document.links].map(a => a.getAttribute('href'))"
                + ".filter(h => !/^(#|docs)/.test(h))"));
  }

  @Test
  void scrollAreasAreFocusableAndChartsHaveTables() {
    browser.show(page(), 1280, "light", "screen");
    Object unreachable =
        browser.run(
            "return [...document.querySelectorAll('.scroll')].filter(e => e.tabIndex !== 0)"
                + ".length");
    assertEquals(0L, unreachable);
    Object pictures =
        browser.run(
            "return [...document.querySelectorAll('svg')].every(s =>"
                + " document.getElementById(s.getAttribute('aria-labelledby')).textContent"
                + " && s.closest('section').querySelector('table'))");
    assertEquals(true, pictures, "each picture has a name, and its table");
  }

  @Test
  void thousandTasksAreShown() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      tasks.append(ready("A-" + i, "Cup " + i));
    }
    Path page = write(Shell.withBacklog(tmp, group("dev", "high", tasks.toString())));
    browser.show(page, 1280, "light", "screen");
    assertEquals(
        1000L, browser.run("return document.querySelectorAll('.column.backlog .card').length"));
    Object millis =
        browser.run(
            "const n = performance.getEntriesByType('navigation')[0];"
                + "return Math.round(n.domContentLoadedEventEnd - n.responseStart)");
    System.out.println("A page of 1,000 tasks: " + millis + " ms until it is there");
  }

  /** The page of a year's work; pictures are written if the properties request them. */
  @Test
  void pageOfYearHasAllSections() throws IOException {
    Shell shell = YearBoard.of(tmp, 1);
    shell.ok("report", "--html", "page.html", "--md", "page.md", "--date", YearBoard.TODAY + "");
    Path page = shell.root().resolve("page.html");
    browser.show(page, 1280, "light", "screen");
    assertEquals(
        List.of(
            "By priority",
            "In work",
            "Blocked",
            "Overdue",
            "Forecast",
            "Burn-up",
            "Throughput",
            "Cycle time",
            "Dependencies",
            "Incomplete",
            "Done in the last 14 days",
            "Last moves"),
        browser.run(
            "return [...document.querySelectorAll('section.figures h3')].map(h => h.textContent)"));
    assertEquals(List.of(), browser.violations());
    Pictures pictures = new Pictures(browser, page);
    assertFalse(
        Arrays.equals(pictures.top("light"), pictures.top("dark")), "dark looks like light");
    assertTrue(new String(pictures.pdf(), ISO_8859_1).startsWith("%PDF-"));
    if (Pictures.areWritten()) {
      pictures.write();
    }
  }
}
