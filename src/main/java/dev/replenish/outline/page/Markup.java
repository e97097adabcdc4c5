package dev.replenish.outline.page;

import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.Ascii;
import java.util.Locale;

/** Finds the lines with markup that a browser would show: no comments, samples or scripts. */
public final class Markup {
  private static final String[] HIDING = {"pre", "script", "style", "template", "textarea"};

  private Markup() {}

  /** For each line from {@code from} to {@code to}: whether it is such a line. */
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

  /** Whether a line may have a tag; most lines have none. */
  private static boolean hasTag(Outline outline, Line line) {
    byte[] bytes = outline.source().bytes();
    return Ascii.find(bytes, line.start(), line.end(), '<') >= 0
        || Ascii.find(bytes, line.start(), line.end(), '>') >= 0
        || line.kind() == Kind.CODE;
  }

  /** What ends the hidden text that the lines below {@code text} are in; "" if they are shown. */
  private static String hidden(String text, String hiddenUntil) {
    if (text.isEmpty()) {
      return hiddenUntil;
    }
    if (!hiddenUntil.isEmpty()) {
      return text.contains(hiddenUntil) ? "" : hiddenUntil;
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
