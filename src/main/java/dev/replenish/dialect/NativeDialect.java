package dev.replenish.dialect;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.StatusAliases;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;

/** The dialect of {@code ## group_begin} and {@code ## task_begin} (docs/reference/format.md). */
public final class NativeDialect implements Dialect {
  private final StatusAliases aliases;

  /** The dialect with only the five status words. */
  public NativeDialect() {
    this(StatusAliases.NONE);
  }

  /** The dialect with further status words of a team. */
  public NativeDialect(StatusAliases aliases) {
    this.aliases = aliases;
  }

  /** Whether a text may contain a marker or a header; a quick search without parsing. */
  public static boolean mayBeMarked(SourceText source) {
    byte[] bytes = source.bytes();
    for (int i = 0; i < bytes.length; i++) {
      boolean found =
          switch (bytes[i]) {
            case '_' -> isWord(bytes, i + 1, "begin") || isWord(bytes, i + 1, "end");
            case '[' -> isId(bytes, Ascii.skipSpacesAndTabs(bytes, i + 1, bytes.length));
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(byte[] bytes, int at, String word) {
    return Ascii.startsWith(bytes, at, bytes.length, word);
  }

  /** Whether the tag, which each header needs, may be {@code id}; Turkish has a non-ASCII i. */
  private static boolean isId(byte[] bytes, int at) {
    return at < bytes.length && ((bytes[at] | 0x20) == 'i' || bytes[at] < 0);
  }

  @Override
  public Document read(SourceText source, FileRole role) {
    return new NativeReader(source, role, aliases).read();
  }
}
