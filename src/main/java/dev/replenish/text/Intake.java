package dev.replenish.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks a file before it is parsed: it must be well-formed UTF-8 text without merge conflicts. */
public final class Intake {
  private static final int CHUNK = 8192;

  private Intake() {}

  /**
   * Why a file is refused.
   *
   * @param message what is wrong with it
   * @param where file and line
   * @param next what to do about it
   */
  public record Objection(String message, Location where, String next) {}

  /** The objection to {@code source}, if any: docs/reference/moving.md, "What is refused". */
  public static Optional<Objection> objection(SourceText source) {
    byte[] bytes = source.bytes();
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(
          new Objection(
              "the file is UTF-16", Location.of(source.path()), "Save it as UTF-8 and commit it."));
    }
    int firstSpecial = firstSpecial(bytes);
    return firstSpecial == bytes.length
        ? conflict(source)
        : binary(source, firstSpecial)
            .or(() -> malformed(source, firstSpecial))
            .or(() -> conflict(source));
  }

  /** The offset of the first byte that is NUL or not ASCII; the length if there is none. */
  private static int firstSpecial(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] > 0) {
      i++;
    }
    return i;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static Optional<Objection> binary(SourceText source, int from) {
    byte[] bytes = source.bytes();
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return Optional.of(
            new Objection(
                "the file is binary: it holds a NUL byte",
                source.location(i),
                "Replace it with a Markdown file."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Objection> malformed(SourceText source, int from) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(source.bytes()).position(from);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
    } while (result.isOverflow());
    if (!result.isError()) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection(
            "the file is not well-formed UTF-8",
            source.location(in.position()),
            "Save it as UTF-8; other encodings are not supported."));
  }

  /** Reports a conflict: all three of Git's markers in order, each at the start of a line. */
  private static Optional<Objection> conflict(SourceText source) {
    byte[] bytes = source.bytes();
    int ours = -1;
    boolean middle = false;
    for (int at = source.start(); at < bytes.length; at = nextLine(bytes, at)) {
      if (isMarker(bytes, at, '<')) {
        ours = at;
        middle = false;
      } else if (ours >= 0 && isMarker(bytes, at, '=')) {
        middle = true;
      } else if (middle && isMarker(bytes, at, '>')) {
        return Optional.of(
            new Objection(
                "the file holds conflict markers",
                source.location(ours),
                "Resolve the conflict and commit the result."));
      }
    }
    return Optional.empty();
  }

  private static boolean isMarker(byte[] bytes, int at, char mark) {
    int end = at + 7;
    return end <= bytes.length
        && Ascii.skip(bytes, at, end, mark) == end
        && (end == bytes.length || Ascii.isBreak(bytes[end]) || bytes[end] == ' ');
  }

  private static int nextLine(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && (bytes[i] > '\r' || (bytes[i] != '\n' && bytes[i] != '\r'))) {
      i++;
    }
    return i + 1;
  }
}
