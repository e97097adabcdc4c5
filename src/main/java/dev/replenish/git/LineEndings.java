package dev.replenish.git;

import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.Attributes;
import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.GitProblems;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one file's line endings differ between the repository and the work tree: Git's rules of
 * {@code convert.c}, so that {@code git status} finds nothing changed afterwards.
 */
enum LineEndings {
  /** Never converted. */
  BINARY,
  /** Always text, with LF in the work tree. */
  TEXT_LF,
  /** Always text, with CR LF in the work tree. */
  TEXT_CRLF,
  /** Converted if it looks like text, with LF in the work tree. */
  AUTO_LF,
  /** Converted if it looks like text, with CR LF in the work tree. */
  AUTO_CRLF;

  /** The line endings of the file at {@code path}; refuses conversions that need a program. */
  static LineEndings of(String path, Attributes attributes, GitConfig config) {
    for (String name : List.of("filter", "working-tree-encoding")) {
      Optional<String> value = attributes.value(name);
      if (value.isPresent() && !value.get().equalsIgnoreCase("utf-8")) {
        throw converted(path, name + "=" + value.get());
      }
    }
    if (attributes.isSet("ident")) {
      throw converted(path, "ident");
    }
    return of(attributes, config);
  }

  private static ProblemException converted(String path, String attribute) {
    return GitProblems.state(
        path + " has the attribute '" + attribute + "', a conversion that only git itself can do",
        "Exempt the file in .gitattributes: `/"
            + path
            + " -filter -ident !working-tree-encoding`.");
  }

  /** The line endings that attributes and configuration ask for. */
  static LineEndings of(Attributes attributes, GitConfig config) {
    String autocrlf = config.get("core", "autocrlf").orElse("false").toLowerCase(Locale.ROOT);
    boolean input = autocrlf.equals("input");
    boolean convert = !input && GitConfig.isTrue(autocrlf);
    boolean crlf = convert || (!input && isCrlf(config.get("core", "eol").orElse("native")));
    String text = state(attributes, "text");
    if (text.isEmpty()) {
      text = state(attributes, "crlf"); // the attribute's name until 2010
    }
    String eol = attributes.value("eol").orElse("");
    return switch (text) {
      case "unset" -> BINARY;
      case "auto" -> eol.isEmpty() ? (crlf ? AUTO_CRLF : AUTO_LF) : auto(eol, crlf);
      case "set", "input" -> {
        boolean lf = text.equals("input");
        yield isEol(eol) ? text(eol.equals("crlf")) : text(!lf && crlf);
      }
      default -> isEol(eol) ? text(eol.equals("crlf")) : undefined(convert, input);
    };
  }

  private static LineEndings undefined(boolean convert, boolean input) {
    return convert ? AUTO_CRLF : input ? AUTO_LF : BINARY;
  }

  private static LineEndings text(boolean crlf) {
    return crlf ? TEXT_CRLF : TEXT_LF;
  }

  private static LineEndings auto(String eol, boolean otherwise) {
    boolean crlf = isEol(eol) ? eol.equals("crlf") : otherwise;
    return crlf ? AUTO_CRLF : AUTO_LF;
  }

  private static boolean isEol(String eol) {
    return eol.equals("lf") || eol.equals("crlf");
  }

  private static boolean isCrlf(String coreEol) {
    return switch (coreEol.toLowerCase(Locale.ROOT)) {
      case "crlf" -> true;
      case "lf" -> false;
      default -> File.separatorChar == '\\';
    };
  }

  private static String state(Attributes attributes, String name) {
    if (attributes.isSet(name)) {
      return "set";
    }
    if (attributes.isUnset(name)) {
      return "unset";
    }
    String value = attributes.value(name).orElse("");
    return value.equals("auto") || value.equals("input") ? value : "";
  }

  /** Whether line endings are ever converted. */
  boolean convert() {
    return this != BINARY;
  }

  private boolean isAuto() {
    return this == AUTO_LF || this == AUTO_CRLF;
  }

  /** The content as it is written to the work tree. */
  byte[] toWorkTree(byte[] content) {
    if (this != TEXT_CRLF && this != AUTO_CRLF) {
      return content;
    }
    Count count = Count.of(content);
    boolean leave =
        count.loneLf == 0 || (isAuto() && (count.loneCr > 0 || count.crlf > 0 || count.isBinary()));
    if (leave) {
      return content;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + count.loneLf);
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n' && (i == 0 || content[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(content[i]);
    }
    return out.toByteArray();
  }

  /**
   * The content as {@code git add} would store it.
   *
   * @param indexed the content in the index; if it has CR LF, Git keeps them
   */
  byte[] toRepository(byte[] content, byte[] indexed) {
    Count count = Count.of(content);
    if (this == BINARY || count.crlf == 0) {
      return content;
    }
    if (isAuto() && (count.isBinary() || Count.of(indexed).hasCrlfAsText())) {
      return content;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean pair = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!pair) {
        out.write(content[i]);
      }
    }
    return out.toByteArray();
  }

  /** What Git counts to distinguish text from binary. */
  private record Count(int nul, int loneCr, int loneLf, int crlf, int printable, int other) {

    static Count of(byte[] content) {
      int nul = 0;
      int loneCr = 0;
      int loneLf = 0;
      int crlf = 0;
      int printable = 0;
      int other = 0;
      for (int i = 0; i < content.length; i++) {
        byte c = content[i];
        if (c == '\r') {
          boolean pair = i + 1 < content.length && content[i + 1] == '\n';
          crlf += pair ? 1 : 0;
          loneCr += pair ? 0 : 1;
          i += pair ? 1 : 0;
        } else if (c == '\n') {
          loneLf++;
        } else if (c == 0) {
          nul++;
          other++;
        } else if (c == 0x7f
            || (c >= 0 && c < ' ' && c != '\b' && c != '\t' && c != 0x1b && c != 0x0c)) {
          other++;
        } else {
          printable++;
        }
      }
      // A final DOS EOF character does not make the file binary.
      other -= content.length > 0 && content[content.length - 1] == 0x1a ? 1 : 0;
      return new Count(nul, loneCr, loneLf, crlf, printable, other);
    }

    boolean isBinary() {
      return loneCr > 0 || nul > 0 || (printable >> 7) < other;
    }

    boolean hasCrlfAsText() {
      return crlf > 0 && !isBinary();
    }
  }
}
