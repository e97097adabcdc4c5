package dev.replenish.outline.words;

import java.util.regex.Pattern;

/** Titles that begin with a priority and an id, in either order. */
public final class CodedTitle {
  private static final int LONGEST_START = 40;
  private static final Pattern START =
      Pattern.compile(
          "^[*_]{0,3}(?:[pP][0-4][^\\p{L}\\p{N}]{1,4}\\p{Lu}{1,6}-?\\d{1,4}|\\p{Lu}{1,6}-?\\d{1,4}[^\\p{L}\\p{N}]{1,4}[pP][0-4])"
              + "[^\\p{L}\\p{N}]{1,6}\\p{L}");

  private CodedTitle() {}

  /** Whether a text begins with both: {@code P0 · M1. Oil the wheel}. */
  public static boolean is(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST_START));
    return START.matcher(start).find();
  }
}
