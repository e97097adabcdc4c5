package dev.replenish.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);

  private static SourceText text(String text) {
    return SourceText.of("a.md", "1", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String applied(Edits edits) {
    return new String(edits.apply(), StandardCharsets.UTF_8);
  }

  @Test
  void editsInAnyOrderAreAppliedByOffset() {
    Edits edits =
        Edits.of(
            text("abcdef"),
            List.of(
                Replacement.insert(6, "!"),
                Replacement.remove(new Span(1, 3)),
                Replacement.of(new Span(4, 5), "EEE"),
                Replacement.insert(0, ">")));
    assertEquals(">adEEEf!", applied(edits));
  }

  @Test
  void editsAtSameOffsetKeepTheirOrder() {
    Edits edits =
        Edits.of(
            text("ab"),
            List.of(
                Replacement.insert(1, "1"),
                Replacement.insert(1, "2"),
                Replacement.remove(new Span(1, 2))));
    assertEquals("a12", applied(edits));
  }

  @Test
  void insertionMayFollowRemovalDirectly() {
    Edits edits =
        Edits.of(
            text("abc"), List.of(Replacement.insert(2, "-"), Replacement.remove(new Span(0, 2))));
    assertEquals("-c", applied(edits));
  }

  @Test
  void overlappingEditsAreRefused() {
    List<Replacement> overlap =
        List.of(Replacement.remove(new Span(0, 2)), Replacement.remove(new Span(1, 3)));
    assertThrows(IllegalArgumentException.class, () -> Edits.of(text("abc"), overlap));
    List<Replacement> inside =
        List.of(Replacement.remove(new Span(0, 3)), Replacement.insert(1, "x"));
    assertThrows(IllegalArgumentException.class, () -> Edits.of(text("abc"), inside));
  }

  @Test
  void editsBeyondEndOfFileAreRefused() {
    List<Replacement> beyond = List.of(Replacement.insert(4, "x"));
    assertThrows(IllegalArgumentException.class, () -> Edits.of(text("abc"), beyond));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "abc, abXc",
    "abc, ac",
    "abc, ''",
    "'', abc",
    "aaaa, aaa",
    "aaa, aaaa",
    "abab, ab",
    "abc, xyz",
  })
  void oneEditTurnsAnyTextIntoAnother(String before, String after) {
    byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
    Edits edits = Edits.between(text(before), bytes).orElseThrow();
    assertEquals(1, edits.replacements().size());
    assertArrayEquals(bytes, edits.apply());
    assertTrue(edits.produces(bytes));
  }

  @Test
  void equalTextsNeedNoEdit() {
    byte[] same = "abc".getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.empty(), Edits.between(text("abc"), same));
  }

  /** A result in which one bit or the length differs is not produced by the edits. */
  @Test
  void editsProduceOnlyTheirOwnResult() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      byte[] before = bytes(random, random.nextInt(60));
      Edits edits =
          Edits.of(SourceText.of("a.md", "1", before), replacements(random, before.length));
      byte[] after = edits.apply();
      assertTrue(edits.produces(after), "seed " + SEED);
      for (int i = 0; i < after.length; i++) {
        byte[] flipped = after.clone();
        flipped[i] ^= (byte) (1 << random.nextInt(8));
        assertFalse(edits.produces(flipped), "seed " + SEED + ", byte " + i);
      }
      assertFalse(edits.produces(Arrays.copyOf(after, after.length + 1)), "seed " + SEED);
      if (after.length > 0) {
        assertFalse(edits.produces(Arrays.copyOf(after, after.length - 1)), "seed " + SEED);
      }
    }
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ("ab\r\n".charAt(random.nextInt(4)));
    }
    return bytes;
  }

  private static List<Replacement> replacements(Random random, int length) {
    List<Replacement> replacements = new ArrayList<>();
    int at = 0;
    while (at < length) {
      int from = at + random.nextInt(length - at + 1);
      int to = from + random.nextInt(Math.min(8, length - from) + 1);
      replacements.add(new Replacement(new Span(from, to), bytes(random, random.nextInt(5))));
      at = to + 1;
    }
    Collections.shuffle(replacements, random);
    return replacements;
  }
}
