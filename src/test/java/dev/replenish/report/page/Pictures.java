package dev.replenish.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures of a page. {@code -Dreplenish.examples=write} writes those in the documentation, and
 * {@code -Dreplenish.screenshots=FOLDER} writes whole pages and a PDF for review.
 */
record Pictures(Browser browser, Path page) {
  private static final Path DOCS = Path.of("docs", "pictures");
  private static final String FOLDER = System.getProperty("replenish.screenshots", "");
  private static final boolean DOCUMENTS = "write".equals(System.getProperty("replenish.examples"));
  private static final int WIDE = 1280;
  private static final int NARROW = 360;
  private static final int SHEET = 794;

  static boolean areWritten() {
    return DOCUMENTS || !FOLDER.isEmpty();
  }

  /** The top of the page, which fills the first screen. */
  byte[] top(String scheme) {
    browser.show(page, WIDE, scheme, "screen");
    return browser.screenshot(false);
  }

  byte[] pdf() {
    browser.show(page, SHEET, "light", "print");
    return browser.pdf();
  }

  private byte[] whole(int width, String scheme, String medium) {
    browser.show(page, width, scheme, medium);
    return browser.screenshot(true);
  }

  /** Writes the pictures that the properties request. */
  void write() throws IOException {
    if (DOCUMENTS) {
      Files.createDirectories(DOCS);
      Files.write(DOCS.resolve("report-light.png"), top("light"));
      Files.write(DOCS.resolve("report-dark.png"), top("dark"));
      browser.show(page, SHEET, "light", "print");
      Files.write(DOCS.resolve("report-print.png"), browser.screenshot(false));
    }
    if (!FOLDER.isEmpty()) {
      Path folder = Files.createDirectories(Path.of(FOLDER));
      Files.write(folder.resolve("light.png"), whole(WIDE, "light", "screen"));
      Files.write(folder.resolve("dark.png"), whole(WIDE, "dark", "screen"));
      Files.write(folder.resolve("narrow.png"), whole(NARROW, "light", "screen"));
      Files.write(folder.resolve("print.png"), whole(SHEET, "light", "print"));
      Files.write(folder.resolve("print.pdf"), pdf());
    }
  }
}
