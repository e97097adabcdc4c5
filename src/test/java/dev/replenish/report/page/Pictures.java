package dev.replenish.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures of a page. {@code -Dreplenish.examples=write} writes those that documents show, and
 * {@code -Dreplenish.screenshots=FOLDER} whole pages and a PDF, for a person to look at.
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

  /** What a reader sees first. */
  byte[] top(String scheme) {
    browser.show(page, WIDE, scheme, "screen");
    return browser.screenshot(false);
  }

  byte[] paper() {
    browser.show(page, SHEET, "light", "print");
    return browser.pdf();
  }

  private byte[] whole(int width, String scheme, String medium) {
    browser.show(page, width, scheme, medium);
    return browser.screenshot(true);
  }

  /** Writes what is asked for. */
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
      Files.write(folder.resolve("print.pdf"), paper());
    }
  }
}
