package dev.replenish.report.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.report.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from files stays plain text in every place of a page. */
class GitHubTextTest {
  private static final Parser GFM =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  AutolinkExtension.create(),
                  StrikethroughExtension.create()))
          .build();

  /** What GitHub turns into links or formatting in each piece of text of a rendered page. */
  private static final Pattern ACTIVE_TEXT =
      Pattern.compile(
          "@[a-zA-Z0-9]|#[0-9]|(?i:gh-[0-9])|:[a-z0-9_+-]+:|https?://|(?i:www\\.)[a-z]"
              + "|[^ ]@[^ ]|\\$.+\\$|\\b[0-9a-f]{7,}\\b|[A-Z]+-[0-9]");

  static List<String> hostile() {
    return List.of(
        "Plain words, 2.5 of them (or so)",
        "*a* _b_ **c** ~~d~~ `e` ``f``",
        "[x](http://evil.example) ![i](http://evil.example/p.png)",
        "[x][1] <http://evil.example> http://evil.example www.evil.example a@evil.example",
        "mailto:a@evil.example xmpp:a@evil.example ftp://evil.example",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "</td></tr></table><h1>Owned</h1>",
        "<!-- gone -->",
        "--> out",
        "| a | b \\| c |",
        "Fixes #1, closes GH-1 and resolves team/repo#1",
        "@octocat and @team/people, cc:@x",
        "a1b2c3d4 a1b2c3d4e5f60718293a4b5c6d7e8f9001122334 team/repo@a1b2c3d4",
        ":tada: :+1: JIRA-12",
        "$x$ $$y$$ $`z`$",
        "&lt;b&gt; &amp;lt; &#64;x &commat;octocat",
        "# not a heading",
        "> not a quote",
        "- [ ] not a task",
        "1. not a list",
        "```",
        "\\",
        "\\*x\\*",
        "[^1] [!NOTE]",
        "a  \nb\r\nc\td\u2028e\u202ef",
        "${{ secrets.TOKEN }} %0A::error::x ##[error]x",
        "\"><b>",
        "Tee für Zoë 茶 🫖");
  }

  private static List<String> places(String html) {
    return List.of(
        "Words " + html + " words\n",
        "## Moved " + html + "\n",
        "| head | head |\n|---|---|\n| " + html + " | x |\n",
        "**Next:** " + html + "<br>\nmore\n");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsPlainInMarkdown(String title) {
    List<String> harmless = places("tea");
    List<String> page = places(GitHubText.plain(title));
    for (int i = 0; i < page.size(); i++) {
      Parts expected = Parts.of(GFM.parse(harmless.get(i)));
      Parts parts = Parts.of(GFM.parse(page.get(i)));
      assertEquals(expected.nodes, parts.nodes, page.get(i));
      assertTrue(parts.text().contains(visible(title)), parts.text());
      parts.texts.forEach(
          text -> assertFalse(ACTIVE_TEXT.matcher(text).find(), () -> "in one piece: " + text));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void lineCodeIsTextBetweenTwoTags(String title) {
    String page = "### " + GitHubText.lineCode(title) + "\n";
    Parts parts = Parts.of(GFM.parse(page));
    assertEquals(List.of("Document", "Heading", "<code>", "</code>"), parts.nodes, page);
    assertEquals(visible(title), parts.text());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextIsPlainInHtml(String title) {
    HtmlTable table = new HtmlTable("Title");
    table.row(GitHubText.plain(title));
    Node block = GFM.parse(table.toString()).getFirstChild();
    assertEquals(table.toString().strip(), ((HtmlBlock) block).getLiteral());
    assertEquals(null, block.getNext(), "one block");
    String cell = table.toString().lines().toList().get(2);
    String inside = cell.substring("<tr><td>".length(), cell.length() - "</td></tr>".length());
    assertFalse(inside.replace("<wbr>", "").contains("<"), inside);
    List<String> pieces = Stream.of(inside.split("<wbr>")).map(GitHubTextTest::decoded).toList();
    assertEquals(visible(title), String.join("", pieces));
    pieces.forEach(piece -> assertFalse(ACTIVE_TEXT.matcher(piece).find(), piece));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void codeContainsOnlyText(String title) {
    String code = GitHubText.code(title);
    String inside = code.substring("<code>".length(), code.length() - "</code>".length());
    assertFalse(inside.contains("<"), code);
    assertEquals(visible(title), decoded(inside));
  }

  /** A squash merge uses the source of a page as the message of a commit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fixes #12",
        "closes GH-12",
        "resolved: team/repo#12",
        "Fix https://github.com/o/r/issues/12",
        "Implements TEA-12",
        "[skip ci] [ci skip] [no ci] [skip actions] ***NO_CI***",
        "skip-checks: true",
        "@octocat",
      })
  void sourceOfPageContainsNoCommand(String title) {
    Pattern acts =
        Pattern.compile(
            "(?i)(?:clos|fix|resolv|implement)\\w*:? +(?:[\\w-]+/[\\w.-]+)?(?:#|[A-Z]+-\\d|https?:)"
                + "|\\[[^\\]]*(?:skip|no ci)|\\*NO_CI|skip-checks:|@\\w");
    assertTrue(acts.matcher(title).find(), title);
    String page = GitHubText.plain(title);
    assertFalse(acts.matcher(page).find(), page);
  }

  /** The text that a reader must see: the same characters on one line. */
  private static String visible(String title) {
    return TerminalText.line(title).strip();
  }

  private static String decoded(String html) {
    return Pattern.compile("&#([0-9]+);")
        .matcher(html)
        .replaceAll(
            m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1)))));
  }

  /** The nodes of a document without those of plain text, and the pieces of its text. */
  private static final class Parts extends AbstractVisitor {
    private final List<String> nodes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    static Parts of(Node document) {
      Parts parts = new Parts();
      document.accept(parts);
      parts.end();
      return parts;
    }

    String text() {
      return String.join("", texts);
    }

    @Override
    public void visit(Text text) {
      piece.append(text.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      end();
      if (!html.getLiteral().equals("<wbr>")) {
        nodes.add(html.getLiteral());
      }
    }

    @Override
    protected void visitChildren(Node parent) {
      end();
      nodes.add(parent.getClass().getSimpleName());
      super.visitChildren(parent);
      end();
    }

    private void end() {
      if (piece.length() > 0) {
        texts.add(piece.toString());
        piece.setLength(0);
      }
    }
  }
}
