package dev.replenish.report.page;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import dev.replenish.report.TerminalText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the bodies of tasks (docs/reference/report.md, "HTML"): HTML in them is shown as text,
 * only links with safe schemes remain, and nothing is fetched.
 */
final class BodyHtml {
  /** Longer bodies are not rendered: flexmark takes very long for some. */
  static final int LONGEST = 6 * 1024;

  /** Lists and quotes nested so deeply that flexmark's recursion overflows the stack. */
  private static final Pattern DEEP =
      Pattern.compile("(?m)^[ \\t]*+(?:(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t])[ \\t]*+){25}");

  private static final Pattern SCHEME = Pattern.compile("^[^/?#]*:");
  private static final Set<String> SCHEMES = Set.of("http:", "https:", "mailto:");

  private final Parser parser;
  private final HtmlRenderer renderer;

  BodyHtml() {
    MutableDataSet options = new MutableDataSet();
    options.set(HtmlRenderer.ESCAPE_HTML, true);
    parser = Parser.builder(options).build();
    renderer =
        HtmlRenderer.builder(options)
            .nodeRendererFactory(settings -> plain())
            .attributeProviderFactory(
                new IndependentAttributeProviderFactory() {
                  @Override
                  public AttributeProvider apply(LinkResolverContext context) {
                    return BodyHtml::filter;
                  }
                })
            .build();
  }

  /** {@code markdown} as HTML; empty if it is blank, too long or nested too deeply. */
  Optional<String> of(String markdown) {
    String text = TerminalText.block(markdown).strip();
    return text.isEmpty() || text.length() > LONGEST || DEEP.matcher(text).find()
        ? Optional.empty()
        : Optional.of(renderer.render(parser.parse(text)));
  }

  /** Headings would mix with those of the page, and images would be fetched: both become text. */
  private static NodeRenderer plain() {
    return () ->
        Set.of(
            new NodeRenderingHandler<>(Heading.class, BodyHtml::heading),
            new NodeRenderingHandler<>(Image.class, BodyHtml::words),
            new NodeRenderingHandler<>(ImageRef.class, BodyHtml::words));
  }

  private static void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
    html.line().raw("<p><strong>");
    context.renderChildren(node);
    html.raw("</strong></p>").line();
  }

  private static void words(Node node, NodeRendererContext context, HtmlWriter html) {
    html.text(new TextCollectingVisitor().collectAndGetText(node));
  }

  /** Removes the addresses of links that are not allowed. */
  private static void filter(Node node, AttributablePart part, MutableAttributes attributes) {
    String address = attributes.getValue("href");
    if (!address.isEmpty() || node instanceof AutoLink) {
      if (isAllowed(address)) {
        attributes.replaceValue("rel", "noopener noreferrer");
      } else {
        attributes.remove("href");
      }
    }
  }

  static boolean isAllowed(String address) {
    StringBuilder seen = new StringBuilder();
    address
        .chars()
        .filter(c -> c > ' ')
        .forEach(c -> seen.append((char) c)); // browsers ignore them
    Matcher scheme = SCHEME.matcher(seen.toString().replace("%3A", ":").replace("%3a", ":"));
    return !scheme.find() || SCHEMES.contains(scheme.group().toLowerCase(Locale.ROOT));
  }
}
