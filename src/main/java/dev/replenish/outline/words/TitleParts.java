package dev.replenish.outline.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The parts of a title, between dashes, brackets, commas and the like. */
final class TitleParts {
  private static final int LONGEST = 120;
  private static final GuardedPattern SIGNS =
      GuardedPattern.of("\\s[-–—]+\\s|[()\\[\\]:|/,;–—（）【】：；，、／｜]+", "-–—()[]:|/,;（）【】：；，、／｜");
  private static final GuardedPattern NUMBER =
      GuardedPattern.atBeginning("^\\d{1,4}(?:\\.\\d{1,4}){0,5}[.)]?\\s+", "0123456789");
  private static final GuardedPattern NUMBERED =
      GuardedPattern.of("^(?:\\d{1,4}(?:\\.\\d{1,4}){0,5}|\\p{Lu})[.)]\\s*", ".)");
  private static final GuardedPattern BRACKETS =
      GuardedPattern.of("\\([^()]*\\)|\\[[^\\[\\]]*\\]|（[^（）]*）|【[^【】]*】", "([（【");

  private TitleParts() {}

  static String[] of(String title) {
    Matcher sign = SIGNS.in(title);
    return sign == null ? new String[] {title} : sign.pattern().split(title);
  }

  /** The text from {@code at} on, cut to the length in which a beginning is looked for. */
  static String beginning(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + LONGEST));
  }

  /** The first part, without a number at the start. */
  static String first(String title) {
    String repaired = Mojibake.repaired(title).strip();
    Matcher number = NUMBER.in(repaired);
    String unnumbered = number == null ? repaired : number.replaceFirst("");
    Matcher sign = SIGNS.in(unnumbered);
    return sign == null ? unnumbered : sign.pattern().split(unnumbered, 2)[0];
  }

  /** The title without a number or a letter at the start. */
  static String withoutNumber(String title) {
    Matcher number = NUMBERED.in(title.strip());
    return number == null ? title.strip() : number.replaceFirst("");
  }

  static String unbracketed(String title) {
    Matcher brackets = BRACKETS.in(title);
    return brackets == null ? title : brackets.replaceAll(" ");
  }

  static List<String> bracketed(String title) {
    Matcher brackets = BRACKETS.in(title);
    List<String> parts = new ArrayList<>();
    while (brackets != null && brackets.find()) {
      parts.addAll(List.of(of(brackets.group())));
    }
    return parts;
  }
}
