package dev.replenish.report.github;

/** An HTML table without empty lines, so that Markdown reads it as one block. */
public final class HtmlTable {
  private final StringBuilder text = new StringBuilder("<table>\n");
  private final int columns;

  /** A table with these headings, which are HTML. */
  public HtmlTable(String... headings) {
    columns = headings.length;
    row("th", headings);
  }

  /** Adds a row of cells, which are HTML on one line each. */
  public void row(String... cells) {
    row("td", cells);
  }

  /** Adds a row that states how many rows are left out, if any. */
  public void more(int count) {
    if (count > 0) {
      String cell = "<td colspan=\"" + columns + "\">and " + count + " more</td>";
      text.append("<tr>").append(cell).append("</tr>\n");
    }
  }

  private void row(String tag, String... cells) {
    text.append("<tr>");
    for (String cell : cells) {
      text.append('<').append(tag).append('>').append(cell);
      text.append("</").append(tag).append('>');
    }
    text.append("</tr>\n");
  }

  @Override
  public String toString() {
    return text + "</table>\n";
  }
}
