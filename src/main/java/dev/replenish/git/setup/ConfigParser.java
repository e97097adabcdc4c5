package dev.replenish.git.setup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one file in Git's configuration syntax, variable by variable, in order. */
final class ConfigParser {

  /** Receives each variable as it is read. */
  interface Sink {
    /**
     * Receives a variable.
     *
     * @param section lower case
     * @param subsection as written, or "" for none
     * @param name lower case
     * @param value null if there is no {@code =}, which means true
     */
    void variable(String section, String subsection, String name, @Nullable String value);
  }

  private final String text;
  private final String file;
  private final Sink sink;
  private int at;
  private String section = "";
  private String subsection = "";

  private ConfigParser(String text, String file, Sink sink) {
    this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    this.file = file;
    this.sink = sink;
  }

  /** Parses all of {@code text}; refuses a line that Git would refuse. */
  static void parse(String text, String file, Sink sink) {
    new ConfigParser(text, file, sink).parse();
  }

  private void parse() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#' || c == ';') {
        skipLine();
      } else if (c == '[') {
        at++;
        header();
      } else if (isLetter(c)) {
        variable();
      } else {
        throw bad();
      }
    }
  }

  private void header() {
    int start = at;
    while (at < text.length() && isHeaderPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    skipBlanks();
    if (peek() == '"') {
      at++;
      subsection = quotedSubsection();
      section = name;
    } else {
      // The old form [section.sub] is a case-insensitive subsection.
      int dot = name.indexOf('.');
      section = dot < 0 ? name : name.substring(0, dot);
      subsection = dot < 0 ? "" : name.substring(dot + 1);
    }
    if (peek() != ']' || section.isEmpty()) {
      throw bad();
    }
    at++;
  }

  private String quotedSubsection() {
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      if (peek() == '\n') {
        throw bad();
      }
      out.append(text.charAt(at++));
    }
    at++;
    return out.toString();
  }

  private void variable() {
    int start = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigitOrDash(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    skipBlanks();
    char c = peek();
    if (c == '=') {
      at++;
      sink.variable(section, subsection, name, value());
    } else if (c == '\n' || c == '\r' || c == '#' || c == ';') {
      skipLine();
      sink.variable(section, subsection, name, null);
    } else {
      throw bad();
    }
  }

  private String value() {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    int keep = 0; // trailing blanks outside quotes are not part of the value
    skipBlanks();
    while (true) {
      char c = peek();
      if (c == '\n' || (c == '\r' && next() == '\n')) {
        if (quoted) {
          throw bad();
        }
        skipLine();
        out.setLength(keep);
        return out.toString();
      }
      at++;
      if (!quoted && (c == '#' || c == ';')) {
        skipLine();
        out.setLength(keep);
        return out.toString();
      } else if (c == '"') {
        quoted = !quoted;
        keep = Math.max(keep, out.length());
      } else if (c == '\\') {
        int before = out.length();
        escape(out);
        keep = out.length() > before ? out.length() : keep;
      } else {
        out.append(c);
        keep = quoted || !Character.isWhitespace(c) ? out.length() : keep;
      }
    }
  }

  private void escape(StringBuilder out) {
    char c = peek();
    if (c == '\r' && next() == '\n') {
      at++;
      c = '\n';
    }
    at++;
    switch (c) {
      case '\n' -> {} // the value continues on the next line
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case '"', '\\' -> out.append(c);
      default -> throw bad();
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', Math.min(at, text.length()));
    at = end < 0 ? text.length() : end + 1;
  }

  private RuntimeException bad() {
    long line =
        text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return GitProblems.state(
        "bad Git configuration in line " + (line + 1) + " of " + file,
        "Correct the file; `git config --list` reads it back.");
  }

  private static boolean isHeaderPart(char c) {
    return isLetter(c) || isDigitOrDash(c) || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigitOrDash(char c) {
    return (c >= '0' && c <= '9') || c == '-';
  }
}
