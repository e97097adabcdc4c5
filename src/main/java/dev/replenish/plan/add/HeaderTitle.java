package dev.replenish.plan.add;

/** Escapes titles for headers (docs/reference/adding.md). */
public final class HeaderTitle {
  private HeaderTitle() {}

  /**
   * A title on one line, escaped so that it is read back unchanged after the tags: it is not read
   * as another tag, and Markdown does not take a final run of {@code #} for the end of the heading.
   */
  public static String fit(String title) {
    int run = title.length();
    while (run > 0 && title.charAt(run - 1) == '#') {
      run--;
    }
    boolean closes =
        run < title.length() && (run == 0 || " \t".indexOf(title.charAt(run - 1)) >= 0);
    String kept = closes ? title.substring(0, run) + "\\" + title.substring(run) : title;
    return isTag(kept) ? "\\" + kept : kept;
  }

  private static boolean isTag(String title) {
    int colon = title.indexOf(':');
    return title.startsWith("[") && colon > 0 && colon < title.indexOf(']');
  }
}
