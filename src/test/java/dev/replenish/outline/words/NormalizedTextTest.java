package dev.replenish.outline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {
  private static final String CHARACTERS = "aBz 09  -_.:'()[]/*`\t";

  @ParameterizedTest
  @CsvSource({
    "'  To-Do: the (old) Lid ', to do the old lid",
    "Won''t fix, wont fix",
    "Bug #12, bug 12",
    ":heavy_check_mark: Lid, lid", // the name of a picture is no word
    "ÜBER den Fluß, über den fluß",
    "'***', ''"
  })
  void wordsAreLettersAndDigitsInLowerCase(String text, String words) {
    assertEquals(words, NormalizedText.words(text));
  }

  @Test
  void wordsDoNotDependOnWhatFollows() {
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      StringBuilder made = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String text = made.toString();
      String followed = NormalizedText.words(text + " ы");
      assertEquals((NormalizedText.words(text) + " ы").strip(), followed, "'" + text + "'");
    }
  }
}
