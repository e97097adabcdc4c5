package dev.replenish.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import dev.replenish.app.report.BoardReport;
import dev.replenish.audit.Commit;
import dev.replenish.text.Resources;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reports as one HTML file (docs/reference/report.md, "HTML"): without scripts or fetched
 * resources, which its Content-Security-Policy forbids as well.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * The data of the page for the template.
   *
   * @param policy the directives of its {@code Content-Security-Policy}
   * @param style the style sheet
   */
  record Page(String title, String policy, String style, List<BoardView> boards, boolean several) {}

  /** The page of these boards, at least one. */
  public static String of(List<BoardReport> reports) {
    String style = resource("report.css");
    List<BoardView> boards = new ArrayList<>();
    for (BoardReport report : reports) {
      boards.add(BoardView.of(report, boards.size() + 1));
    }
    String commit = Commit.shortened(reports.get(0).commit().id());
    Page page =
        new Page(
            "Board report of " + reports.get(0).date() + ", " + commit,
            policy(style),
            style,
            boards,
            boards.size() > 1);
    return Mustache.compiler()
        .escapeHTML(true)
        .strictSections(true)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource("report.mustache"))
        .execute(page);
  }

  private static String policy(String style) {
    return "default-src 'none'; style-src 'sha256-"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    return Resources.text(HtmlReport.class, name);
  }
}
