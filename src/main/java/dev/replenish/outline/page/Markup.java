package dev.replenish.outline.page;

import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.Ascii;
import java.util.Locale;

/** Tells which lines hold markup that a browser would show: no comments, samples or scripts. */
public final class Markup {
  private static final String[] HIDING = {"pre", "script", "style", "template", "textarea"};

  private Markup() {}

  /** Whether each of the lines from {@code from} to {@code to} is such a one. */
  public static boolean[] lines(Outline outline, int from, int to) {
    boolean page = isPage(outline);
    boolean[] shown = new boolean[Math.max(0, to - from)];
    String hidden = "";
    boolean fenced = false;
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      String text = hasTag(outline, line) ? outline.text(line).toLowerCase(Locale.ROOT) : "";
      fenced ^= line.kind() == Kind.FENCE && !page;
      boolean pill = line.kind() == Kind.CODE && text.contains("status-pill--");
      boolean markup = page || line.kind() == Kind.HTML || pill;
      shown[i - from] = hidden.isEmpty() && markup && !fenced;
      hidden = hidden(text, hidden);
    }
    return shown;
  }

  /** Nearly no line has. */
  private static boolean hasTag(Outline outline, Line line) {
    byte[] bytes = outline.source().bytes();
    return Ascii.find(bytes, line.start(), line.end(), '<') >= 0
        || Ascii.find(bytes, line.start(), line.end(), '>') >= 0
        || line.kind() == Kind.CODE;
  }

  /** What hides the lines below {@code text}: the end that is waited for, or "". */
  private static String hidden(String text, String waiting) {
    if (text.isEmpty()) {
      return waiting;
    }
    if (!waiting.isEmpty()) {
      return text.contains(waiting) ? "" : waiting;
    }
    int comment = text.lastIndexOf("<!--");
    if (comment >= 0 && text.indexOf("-->", comment) < 0) {
      return "-->";
    }
    for (String tag : HIDING) {
      int open = text.lastIndexOf("<" + tag);
      if (open >= 0 && text.indexOf("</" + tag, open) < 0) {
        return "</" + tag;
      }
    }
    return "";
  }

  private static boolean isPage(Outline outline) {
    for (Line line : outline.lines()) {
      if (!line.isBlank()) {
        String text = outline.text(line).toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html");
      }
    }
    return false;
  }
}
