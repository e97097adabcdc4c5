package dev.replenish.report.page;

import java.util.List;

/**
 * Draws charts as SVG. Colours are CSS classes, so that charts follow the light, dark and print
 * styles of the page.
 */
final class Svg {
  static final int WIDTH = 720;
  private static final int HEIGHT = 240;
  private static final int LEFT = 40;
  private static final int RIGHT = 16;
  private static final int TOP = 20;
  private static final int BOTTOM = 36;
  private static final int LABEL = 84;

  private Svg() {}

  /**
   * The SVG of {@code chart}.
   *
   * @param id what the ids of its elements begin with
   */
  static String of(Chart chart, String id) {
    if (chart instanceof Chart.Bars bars) {
      return bars(bars, id);
    }
    return chart instanceof Chart.Lines lines
        ? lines(lines, id)
        : GraphSvg.of((Chart.Graph) chart, id);
  }

  /** Begins an SVG whose title screen readers announce. */
  static StringBuilder open(String title, String id, int width, int height) {
    return new StringBuilder("<svg viewBox=\"0 0 ")
        .append(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
        .append("\" role=\"img\" aria-labelledby=\"" + id + "-title\"><title id=\"" + id)
        .append("-title\">" + PageText.escaped(title) + "</title>");
  }

  private static String bars(Chart.Bars bars, String id) {
    StringBuilder svg = open(bars.title(), id, WIDTH, HEIGHT);
    int most = axes(bars.labels(), bars.values(), svg);
    double step = step(bars.labels());
    double width = Math.min(48, step * 0.7);
    for (int i = 0; i < bars.values().size(); i++) {
      int value = bars.values().get(i);
      double x = LEFT + step * (i + 0.5);
      double y = y(value, most);
      rect("bar", x - width / 2, y, width, HEIGHT - BOTTOM - y, svg);
      text("middle", x, y - 5, String.valueOf(value), svg);
    }
    return svg.append("</svg>").toString();
  }

  private static String lines(Chart.Lines lines, String id) {
    StringBuilder svg = open(lines.title(), id, WIDTH, HEIGHT);
    List<Integer> all = lines.series().stream().flatMap(s -> s.values().stream()).toList();
    int most = axes(lines.labels(), all, svg);
    double step = step(lines.labels());
    int x0 = LEFT + 8;
    for (int n = 0; n < lines.series().size(); n++) {
      Chart.Series series = lines.series().get(n);
      svg.append("<polyline class=\"line line" + n + "\" points=\"");
      for (int i = 0; i < series.values().size(); i++) {
        svg.append(number(LEFT + step * (i + 0.5)) + ',');
        svg.append(number(y(series.values().get(i), most)) + ' ');
      }
      svg.append("\"/>");
      rect("key key" + n, x0, 4, 14, 10, svg);
      text("start", x0 + 20, 13, series.name(), svg);
      x0 += 40 + 8 * series.name().length();
    }
    return svg.append("</svg>").toString();
  }

  private static double step(List<String> labels) {
    return (double) (WIDTH - LEFT - RIGHT) / Math.max(1, labels.size());
  }

  private static double y(int value, int most) {
    return HEIGHT - BOTTOM - (double) value / most * (HEIGHT - BOTTOM - TOP - 8);
  }

  /** Draws the lines and labels of both axes, and returns the value at the top. */
  private static int axes(List<String> labels, List<Integer> values, StringBuilder svg) {
    int most = round(values.stream().mapToInt(Integer::intValue).max().orElse(1));
    for (int part = 0; part <= 2; part++) {
      int value = (int) ((long) most * part / 2);
      double y = y(value, most);
      svg.append("<path class=\"grid\" d=\"M" + LEFT + ' ' + number(y));
      svg.append('H').append(WIDTH - RIGHT).append("\"/>");
      text("end", LEFT - 6, y + 4, String.valueOf(value), svg);
    }
    double step = step(labels);
    int every = (int) Math.max(1, Math.ceil(LABEL / step));
    for (int i = 0; i < labels.size(); i += every) {
      text("middle", LEFT + step * (i + 0.5), HEIGHT - BOTTOM + 18, labels.get(i), svg);
    }
    return most;
  }

  /** Rounds up to a number whose half is round, too. */
  private static int round(int value) {
    int half = Math.max(1, (value + 1) / 2);
    for (long unit = 1; ; unit *= 10) {
      for (int tenths : new int[] {10, 15, 20, 25, 30, 40, 50, 75}) {
        long round = tenths * unit / 10;
        if (tenths * unit % 10 == 0 && round >= half) {
          return (int) Math.min(Integer.MAX_VALUE, 2 * round);
        }
      }
    }
  }

  static void rect(
      String kind, double x, double y, double width, double height, StringBuilder svg) {
    svg.append("<rect class=\"" + kind + "\" x=\"" + number(x) + "\" y=\"" + number(y));
    svg.append("\" width=\"" + number(width) + "\" height=\"" + number(height) + "\"/>");
  }

  static void text(String anchor, double x, double y, String text, StringBuilder svg) {
    svg.append("<text text-anchor=\"" + anchor + "\" x=\"" + number(x) + "\" y=\"" + number(y));
    svg.append("\">" + PageText.escaped(text) + "</text>");
  }

  /** The number with at most one decimal, the same in every locale. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    return sign + Math.abs(tenths) / 10 + (tenths % 10 == 0 ? "" : "." + Math.abs(tenths) % 10);
  }
}
