package dev.replenish.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlTest {
  private final BodyHtml html = new BodyHtml();

  private String of(String markdown) {
    return html.of(markdown).orElse("");
  }

  @Test
  void markdownIsRendered() {
    assertEquals(
        "<p><strong>Plan</strong></p>\n<ol>\n<li>a <em>b</em></li>\n<li><code>c</code></li>\n</ol>\n",
        of("### Plan\n1. a *b*\n2. `c`\n"));
    assertEquals(
        "<p><a href=\"docs/a.md\" rel=\"noopener noreferrer\">a</a></p>\n", of("[a](docs/a.md)"));
    assertEquals(
        "<p><a href=\"https://a.example/\" rel=\"noopener noreferrer\">https://a.example/</a></p>\n",
        of("<https://a.example/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<!-- a --> <b>b</b>",
        "<style>*{display:none}</style>",
        "</div></details></style><iframe src=x>",
        "![a](https://a.example/a.png)",
        "![a][b]\n\n[b]: https://a.example/a.png",
        "<svg onload=alert(1)>"
      })
  void htmlIsEscapedAndImagesAreText(String markdown) {
    String body = of(markdown).replaceAll("</?(?:p|strong|code|pre|em)>", "");
    assertFalse(body.matches("(?s).*<(?!a |/a>).*"), body);
    assertFalse(body.contains("<img"), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](&#1;javascript:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](javascript%3Aalert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[a](\\javascript:alert(1))"
      })
  void unsafeLinksAreNotRendered(String markdown) {
    String body = of(markdown).toLowerCase(Locale.ROOT);
    assertFalse(body.contains("href"), body);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, true",
    "HTTP://a.example, true",
    "mailto:a@b.example, true",
    "docs/a.md#b:c, true",
    "'#a', true",
    "?a=b:c, true",
    "//a.example, true",
    "a:b, false",
    "ftp://a.example, false",
    "' javascript:a', false"
  })
  void addressesAreAllowedByScheme(String address, boolean allowed) {
    assertEquals(allowed, BodyHtml.isAllowed(address));
  }

  @Test
  void longAndBlankBodiesAreLeftOut() {
    assertEquals(Optional.empty(), html.of("a".repeat(BodyHtml.LONGEST + 1)));
    assertEquals(Optional.empty(), html.of(" \n "));
    assertTrue(html.of("a".repeat(BodyHtml.LONGEST)).isPresent());
  }

  @Test
  void directionOverridesAreRemoved() {
    assertFalse(of("a \u202e b").contains("\u202e"));
  }

  /** Guards against a parser that hangs; each body should take milliseconds. */
  @ParameterizedTest
  @ValueSource(strings = {"`", "[a](", "![[]()", "*a_", "<a ", "[", "- ", "> ", "**a*"})
  void pathologicalBodiesAreRenderedInTime(String piece) {
    String body = piece.repeat(BodyHtml.LONGEST / piece.length());
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> html.of(body));
  }
}
