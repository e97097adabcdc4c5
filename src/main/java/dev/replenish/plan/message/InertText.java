package dev.replenish.plan.message;

import java.util.regex.Pattern;

/**
 * Makes untrusted text safe for commit messages, on which services act when they reach a branch
 * (docs/reference/commits-and-trailers.md, "Words that services act on"): they close issues, notify
 * people, skip builds. One visible character prevents that, and people and searches still find
 * every word.
 */
final class InertText {
  private static final String CLOSING =
      "(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?"
          + "|complet(?:e[sd]?|ing))";

  /** {@code #12}, {@code owner/repo#5}, {@code !3}, and commands such as {@code #comment}. */
  private static final Pattern REFERENCE = Pattern.compile("(#)(?=[\\p{L}\\p{N}_])|([!&])(?=\\d)");

  /** {@code @name}, but no mail address. */
  private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_])");

  private static final Pattern GH =
      Pattern.compile("(?<![A-Za-z0-9_])(GH)-(?=\\d)", Pattern.CASE_INSENSITIVE);

  /** {@code https://github.com/owner/repo/issues/12}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/(issues|pulls?|merge_requests|work_items|discussions|epics)/(?=\\d)",
          Pattern.CASE_INSENSITIVE);

  /** {@code Closes PROJ-12}, as trackers with project keys read it. */
  private static final Pattern CLOSED_KEY =
      Pattern.compile(
          "\\b(" + CLOSING + ":? (?:issues? )?)([A-Z][A-Z0-9_]*-\\d+|T\\d+)",
          Pattern.CASE_INSENSITIVE);

  /** {@code [skip ci]}, {@code [ci skip]}, {@code [no ci]}, {@code [skip actions]}. */
  private static final Pattern SKIP =
      Pattern.compile(
          "\\[((?:[^\\[\\]]{0,40}[ _:-])?skip(?:[ _:-][^\\[\\]]{0,40})?|no[ _:-]?ci)\\]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_CI =
      Pattern.compile("\\*++(NO_CI)\\*++", Pattern.CASE_INSENSITIVE);

  private static final Pattern SKIP_CHECKS =
      Pattern.compile("(skip-checks) ?:", Pattern.CASE_INSENSITIVE);

  private InertText() {}

  /** The single line {@code line} without anything that a service acts on. */
  static String line(String line) {
    String text = REFERENCE.matcher(line).replaceAll("$1$2 ");
    text = MENTION.matcher(text).replaceAll("@ ");
    text = GH.matcher(text).replaceAll("$1 ");
    text = ADDRESS.matcher(text).replaceAll("/$1/ ");
    text = CLOSED_KEY.matcher(text).replaceAll("$1($2)");
    text = SKIP.matcher(text).replaceAll("($1)");
    text = NO_CI.matcher(text).replaceAll("$1");
    return SKIP_CHECKS.matcher(text).replaceAll("$1 =");
  }
}
