package dev.replenish.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal session as an SVG image: each line is a text element, with terminal colours. */
final class SessionPicture {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)m");
  private static final int COLUMNS = 80;
  private static final double CHARACTER_WIDTH = 8.43;
  private static final int LINE_HEIGHT = 20;
  private static final int MARGIN = 20;
  private static final int TITLE_HEIGHT = 34;
  private static final String FOREGROUND = "#e6edf3";
  private static final Map<String, String> COLOURS =
      Map.of("31", "#ff7b72", "32", "#7ee787", "33", "#e3b341", "36", "#79c0ff");

  private SessionPicture() {}

  /** The picture of {@code lines}, which may contain colour sequences. */
  static String of(String title, List<String> lines) {
    int width = (int) Math.ceil(COLUMNS * CHARACTER_WIDTH) + 2 * MARGIN;
    int height = TITLE_HEIGHT + lines.size() * LINE_HEIGHT + MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\"");
    svg.append(" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\"");
    svg.append(" role=\"img\">\n<title>" + escaped(title) + "</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
    List<String> dots = List.of("#ff5f56", "#ffbd2e", "#27c93f");
    for (int i = 0; i < dots.size(); i++) {
      String at = "cx=\"" + (MARGIN + 6 + i * 18) + "\" cy=\"18\" r=\"5\"";
      svg.append("<circle " + at + " fill=\"" + dots.get(i) + "\"/>\n");
    }
    svg.append("<g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, ");
    svg.append("'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"" + FOREGROUND + "\">\n");
    for (int i = 0; i < lines.size(); i++) {
      String at =
          String.format(
              Locale.ROOT, "x=\"%d\" y=\"%d\"", MARGIN, TITLE_HEIGHT + 14 + i * LINE_HEIGHT);
      svg.append("<text " + at + " xml:space=\"preserve\">" + spans(lines.get(i)) + "</text>\n");
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String spans(String line) {
    StringBuilder text = new StringBuilder();
    Matcher sequence = SEQUENCE.matcher(line);
    String style = "";
    int from = 0;
    while (sequence.find()) {
      text.append(span(style, line.substring(from, sequence.start())));
      style = sequence.group(1);
      from = sequence.end();
    }
    return text.append(span(style, line.substring(from))).toString();
  }

  private static String span(String style, String text) {
    StringBuilder attributes = new StringBuilder();
    for (String code : style.split(";")) {
      switch (code) {
        case "", "0" -> {}
        case "1" -> attributes.append(" font-weight=\"bold\"");
        case "2" -> attributes.append(" fill-opacity=\"0.6\"");
        default -> attributes.append(" fill=\"" + COLOURS.getOrDefault(code, FOREGROUND) + "\"");
      }
    }
    return text.isEmpty() || attributes.isEmpty()
        ? escaped(text)
        : "<tspan" + attributes + ">" + escaped(text) + "</tspan>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
