package dev.replenish.report;

import java.util.Arrays;

/** Measures text in terminal columns: a wide character takes two, a combining mark none. */
public final class Columns {
  /** Ranges (first-last) of Unicode's wide and full-width characters and emoji. */
  private static final String WIDE =
      "1100-115f 231a-231b 2329-232a 23e9-23ec 23f0-23f0 23f3-23f3 25fd-25fe 2614-2615 2648-2653 "
          + "267f-267f 2693-2693 26a1-26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce-26ce 26d4-26d4 "
          + "26ea-26ea 26f2-26f3 26f5-26f5 26fa-26fa 26fd-26fd 2705-2705 270a-270b 2728-2728 "
          + "274c-274c 274e-274e 2753-2755 2757-2757 2795-2797 27b0-27b0 27bf-27bf 2b1b-2b1c "
          + "2b50-2b50 2b55-2b55 2e80-303e 3041-3247 3250-4dbf 4e00-a4cf a960-a97c ac00-d7a3 "
          + "f900-faff fe10-fe19 fe30-fe6f ff01-ff60 ffe0-ffe6 16fe0-18cff 1aff0-1b2fb 1f004-1f004 "
          + "1f0cf-1f0cf 1f18e-1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 "
          + "1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4-1f3f4 1f3f8-1f43e 1f440-1f440 1f442-1f4fc "
          + "1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a-1f57a 1f595-1f596 1f5a4-1f5a4 1f5fb-1f64f "
          + "1f680-1f6c5 1f6cc-1f6cc 1f6d0-1f6d2 1f6d5-1f6df 1f6eb-1f6ef 1f6f4-1f6ff 1f7e0-1f7f0 "
          + "1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faff 20000-3fffd";

  private static final int FIRST_WIDE = 0x1100;
  private static final int FIRST_MARK = 0x300;
  private static final int[] RANGES = ranges();

  private Columns() {}

  private static int[] ranges() {
    String[] words = WIDE.split("[ -]");
    int[] ranges = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      ranges[i] = Integer.parseInt(words[i], 16);
    }
    return ranges;
  }

  /** The number of columns that {@code text} takes on one line. */
  public static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      columns += of(text.codePointAt(i));
    }
    return columns;
  }

  private static int of(int c) {
    if (c < FIRST_MARK) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> c >= FIRST_WIDE && isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    int at = Arrays.binarySearch(RANGES, c);
    return at >= 0 || (-at - 1) % 2 == 1; // between the first and the last of a range
  }

  /** {@code text} in at most {@code most} columns; three dots replace what is cut off. */
  public static String cut(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    int columns = 0;
    int end = 0;
    while (end < text.length()) {
      int width = of(text.codePointAt(end));
      if (columns + width > most - 3) {
        break;
      }
      columns += width;
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end) + "...";
  }
}
