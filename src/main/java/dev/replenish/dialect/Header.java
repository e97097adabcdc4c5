package dev.replenish.dialect;

import dev.replenish.board.Tag;
import dev.replenish.board.TaskId;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first heading of a task's block: {@code # [id:..][type:..] Title}, with or without a leading
 * number (docs/reference/format.md, "Headers"). Tags are in any order, and unknown tags are kept.
 *
 * @param tags the tags it begins with
 * @param title the text after the tags
 * @param looksLikeHeader whether it has the {@code #} or a tag, and not just plain text
 */
public record Header(List<Tag> tags, String title, boolean looksLikeHeader) {

  /** The level of a header without a number; deeper headings are part of a body. */
  static final int LEVEL = 3;

  static Header parse(SourceText source, int from, int to) {
    byte[] bytes = source.bytes();
    int at = skipNumber(bytes, Ascii.skipSpacesAndTabs(bytes, from, to), to);
    int afterHash = Ascii.skip(bytes, at, to, '#');
    boolean hash = afterHash > at;
    at = Ascii.skipSpacesAndTabs(bytes, afterHash, to);
    List<Tag> tags = new ArrayList<>();
    int end = tags(source, at, to, tags);
    String title = source.text(Ascii.strip(bytes, end, to));
    return new Header(List.copyOf(tags), title, hash || !tags.isEmpty());
  }

  Optional<TaskId> id() {
    for (Tag tag : tags) {
      if (tag.is("id") && TaskId.isId(tag.value())) {
        return Optional.of(new TaskId(tag.value()));
      }
    }
    return Optional.empty();
  }

  /** Reads tags from {@code from} on into {@code tags}; returns where they end. */
  public static int tags(SourceText source, int from, int to, List<Tag> tags) {
    byte[] bytes = source.bytes();
    int at = from;
    while (true) {
      int open = Ascii.skipSpacesAndTabs(bytes, at, to);
      int colon = Ascii.find(bytes, open, to, ':');
      int close = Ascii.find(bytes, open, to, ']');
      if (open >= to || bytes[open] != '[' || close < 0 || colon < 0 || colon > close) {
        return at;
      }
      Span key = Ascii.strip(bytes, open + 1, colon);
      Span value = Ascii.strip(bytes, colon + 1, close);
      tags.add(
          new Tag(source.word(key), source.word(value), new Span(open, close + 1), key, value));
      at = close + 1;
    }
  }

  private static int skipNumber(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && Ascii.isDigit(bytes[at])) {
      at++;
    }
    boolean number = at > from && at < to && (bytes[at] == '.' || bytes[at] == ')');
    return number ? Ascii.skipSpacesAndTabs(bytes, at + 1, to) : from;
  }
}
