package dev.replenish.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A commit message, parsed as by {@code git interpret-trailers --parse}: its body, and the trailers
 * in the last paragraph.
 *
 * @param body the lines between the subject and the trailers
 * @param trailers the trailers, in order; none if the last paragraph holds something else
 */
record TrailerParser(List<String> body, List<Trailer> trailers) {
  private static final String CHERRY_PICKED = "(cherry picked from commit ";
  private static final String SIGNED_OFF = "Signed-off-by: ";

  /** One trailer, its value on one line. */
  record Trailer(String name, String value) {}

  TrailerParser {
    body = List.copyOf(body);
    trailers = List.copyOf(trailers);
  }

  static TrailerParser of(String message) {
    List<String> lines = upToDivider(message);
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isBlank() || isComment(lines.get(end - 1)))) {
      end--;
    }
    int from = end;
    while (from > 0 && !lines.get(from - 1).isBlank()) {
      from--;
    }
    int subject = endOfSubject(lines);
    boolean block = from >= subject && isBlock(lines.subList(from, end));
    List<String> body = lines.subList(Math.min(subject, end), block ? from : end);
    return new TrailerParser(body, block ? trailers(lines.subList(from, end)) : List.of());
  }

  /** The lines above a line of three dashes, below which Git expects a patch. */
  private static List<String> upToDivider(String message) {
    List<String> lines = message.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean dashes = line.startsWith("---");
      if (dashes && (line.length() == 3 || Character.isWhitespace(line.charAt(3)))) {
        return lines.subList(0, i);
      }
    }
    return lines;
  }

  /** The end of the first paragraph, which never holds trailers. */
  private static int endOfSubject(List<String> lines) {
    int at = 0;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    while (at < lines.size() && !lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static boolean isComment(String line) {
    return line.startsWith("#");
  }

  private static boolean isContinuation(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  /**
   * Whether all lines are trailers, or at least one in four if Git has written one of them.
   * Continuation lines count with the line before them.
   */
  private static boolean isBlock(List<String> lines) {
    int trailers = 0;
    int others = 0;
    boolean hasGitTrailer = false;
    boolean trailer = false;
    for (String line : lines) {
      if (isContinuation(line)) {
        others += trailer ? 0 : 1;
      } else if (!isComment(line)) {
        hasGitTrailer |= line.startsWith(SIGNED_OFF) || line.startsWith(CHERRY_PICKED);
        trailer = line.startsWith(CHERRY_PICKED) || separator(line) > 0;
        trailers += trailer ? 1 : 0;
        others += trailer ? 0 : 1;
      }
    }
    return trailers > 0 && (others == 0 || (hasGitTrailer && trailers * 3 >= others));
  }

  /** The index of the colon after a trailer's name; 0 if the line is no trailer. */
  private static int separator(String line) {
    int at = 0;
    while (at < line.length() && isNameCharacter(line.charAt(at))) {
      at++;
    }
    int end = at;
    while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
      end++;
    }
    return at > 0 && end < line.length() && line.charAt(end) == ':' ? end : 0;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  private static List<Trailer> trailers(List<String> lines) {
    List<Trailer> trailers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = isContinuation(line) || isComment(line) ? 0 : separator(line);
      if (colon > 0) {
        StringBuilder value = new StringBuilder(line.substring(colon + 1).strip());
        while (i + 1 < lines.size() && isContinuation(lines.get(i + 1))) {
          value.append(' ').append(lines.get(++i).strip());
        }
        trailers.add(new Trailer(line.substring(0, colon).strip(), value.toString()));
      }
    }
    return trailers;
  }
}
