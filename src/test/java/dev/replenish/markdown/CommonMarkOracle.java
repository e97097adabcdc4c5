package dev.replenish.markdown;

import dev.replenish.markdown.BlockScan.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Derives the facts of every line from the tree that commonmark-java builds. */
final class CommonMarkOracle extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  private static final Pattern NUMBER = Pattern.compile("[ \t]*([0-9]{1,9})[.)].*", Pattern.DOTALL);

  private final String document;
  private final List<LineFact> facts;

  private CommonMarkOracle(String document, int lines) {
    this.document = document;
    facts = new ArrayList<>(Collections.nCopies(lines, LineFact.BLANK));
  }

  static List<LineFact> read(String document) {
    CommonMarkOracle oracle = new CommonMarkOracle(document, lines(document));
    PARSER.parse(document).accept(oracle);
    return oracle.facts;
  }

  private static int lines(String document) {
    if (document.isEmpty()) {
      return 0;
    }
    int parts = document.split("\r\n|\r|\n", -1).length;
    return document.endsWith("\n") || document.endsWith("\r") ? parts - 1 : parts;
  }

  @Override
  public void visit(Heading heading) {
    List<SourceSpan> spans = heading.getSourceSpans();
    int first = firstLine(heading);
    if (spans.size() == 1) {
      put(first, fact(heading, Kind.HEADING, heading.getLevel(), first));
      return;
    }
    int last = spans.get(spans.size() - 1).getLineIndex();
    for (int line = first; line < last; line++) {
      put(line, fact(heading, Kind.TEXT, 0, -1));
    }
    put(last, fact(heading, Kind.SETEXT, heading.getLevel(), first));
  }

  @Override
  public void visit(Paragraph paragraph) {
    putText(paragraph);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    putText(definition);
  }

  private void putText(Block block) {
    for (SourceSpan span : block.getSourceSpans()) {
      put(span.getLineIndex(), fact(block, Kind.TEXT, 0, -1));
    }
  }

  @Override
  public void visit(ThematicBreak rule) {
    put(firstLine(rule), fact(rule, Kind.RULE, 0, firstLine(rule)));
  }

  /** Spans leave out empty lines; the literal has all lines. */
  @Override
  public void visit(FencedCodeBlock code) {
    int first = firstLine(code);
    int last = first + breaks(code.getLiteral());
    put(first, fact(code, Kind.FENCE, 0, first));
    for (int line = first + 1; line <= last; line++) {
      put(line, fact(code, Kind.CODE, 0, first));
    }
    if (code.getClosingFenceLength() != null) {
      put(last + 1, fact(code, Kind.FENCE, 0, first));
    }
  }

  @Override
  public void visit(HtmlBlock html) {
    int first = firstLine(html);
    for (int line = first; line <= first + breaks(html.getLiteral()); line++) {
      put(line, fact(html, Kind.HTML, 0, first));
    }
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    int first = firstLine(code);
    int line = first;
    for (String text : code.getLiteral().split("\n")) {
      boolean blank = text.chars().allMatch(c -> c == ' ' || c == '\t');
      if (!blank) {
        put(line, fact(code, Kind.CODE, 0, first));
      }
      line++;
    }
  }

  /** If one line begins several items, the innermost, which is visited first, gives the number. */
  @Override
  public void visit(ListItem item) {
    visitChildren(item);
    int line = firstLine(item);
    if (facts.get(line).item() == -2) {
      facts.set(line, facts.get(line).withItem(number(item)));
    }
  }

  private long number(ListItem item) {
    if (!(item.getParent() instanceof OrderedList)) {
      return -1;
    }
    int start = item.getSourceSpans().get(0).getInputIndex();
    Matcher matcher = NUMBER.matcher(document.substring(start));
    if (!matcher.matches()) {
      throw new IllegalStateException("no number at " + start);
    }
    return Long.parseLong(matcher.group(1));
  }

  private LineFact fact(Node node, Kind kind, int level, int blockLine) {
    int depth = 0;
    boolean quoted = false;
    for (Node n = node.getParent(); n != null; n = n.getParent()) {
      quoted |= n instanceof BlockQuote;
      depth += n instanceof BlockQuote || n instanceof ListItem ? 1 : 0;
    }
    return new LineFact(kind, depth, quoted, level, blockLine + 1, -2);
  }

  private void put(int line, LineFact fact) {
    facts.set(line, fact);
  }

  private static int firstLine(Block block) {
    return block.getSourceSpans().get(0).getLineIndex();
  }

  private static int breaks(String literal) {
    return (int) literal.chars().filter(c -> c == '\n').count();
  }
}
