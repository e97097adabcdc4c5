package dev.replenish.outline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first line of a task states. */
class CaptionTest {

  @ParameterizedTest
  @CsvSource({
    "B-014: Weigh the parcels, B-014",
    "**B-014** Weigh the parcels, B-014",
    "[B-014] Weigh the parcels, B-014",
    "[B-014](https://example.org/14) Weigh the parcels, B-014",
    "TASK-001-A – Weigh the parcels, TASK-001-A",
    "#12 Weigh the parcels, #12",
    "1. Weigh the parcels, 1",
    "0.1 Weigh the parcels, 0.1",
    "[id:w-7] Weigh the parcels, w-7"
  })
  void idAtStartIsNotPartOfTitle(String line, String id) {
    Caption caption = Caption.of(line);
    assertEquals(Optional.of(id), caption.id());
    assertEquals("Weigh the parcels", caption.title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8 names on the gate",
        "RFC-2119 words",
        "2 parcels",
        "3 days of leave",
        "COVID-19 plan",
        "B-sides",
        "1984 is missing"
      })
  void textResemblingIdIsPartOfTitle(String line) {
    Caption caption = Caption.of(line);
    assertEquals(Optional.empty(), caption.id());
    assertEquals(line, caption.title());
  }

  @ParameterizedTest
  @CsvSource({
    "P1: Weigh, HIGH",
    "**P0** Weigh, CRITICAL",
    "Weigh [P2], MEDIUM",
    "Weigh (high priority), HIGH",
    "Weigh - P3, LOW",
    "Weigh !high, HIGH",
    "🔴 Weigh, CRITICAL",
    "Priority: low - Weigh, LOW",
    "称重（高）, HIGH",
    "【紧急】称重, CRITICAL"
  })
  void urgencySetApartIsRecognized(String line, Urgency level) {
    assertEquals(Optional.of(level), Caption.of(line).level());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "High tea for all",
        "Update the P1 forms",
        "Now that it is found",
        "Weigh the low ones"
      })
  void urgencyWordInSentenceIsIgnored(String line) {
    assertEquals(Optional.empty(), Caption.of(line).level());
  }

  @ParameterizedTest
  @CsvSource({
    "~~Weigh~~, DONE",
    "~~Weigh~~ (2026-01-05), DONE",
    "~~Weigh~~ done by the firm, DONE",
    "✅ Weigh, DONE",
    "Weigh ✅, DONE",
    "DONE Weigh, DONE",
    "**RESOLVED** Weigh, DONE",
    "[FIXED] Weigh, DONE",
    "FIXED: Weigh, DONE",
    "Weigh — DONE, DONE",
    "Weigh (done), DONE",
    "Weigh (done 2026-01-05), DONE",
    "WIP: Weigh, IN_PROGRESS",
    "Weigh (blocked: no scale), BLOCKED",
    "❌ Weigh, REJECTED",
    "更新（已完成）, DONE"
  })
  void markAtEitherEndStatesStatus(String line, Status status) {
    assertEquals(Optional.of(status), Caption.of(line).mark());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Finish the DONE stamp", "Sell it (done in May)", "COMPLETE the form",
            "FIXED header for the page",
        "ACTIVE directory login", "Hang ~~two~~ three", "Set the state to CLOSED",
            "~~Blue~~ Red button"
      })
  void statusWordInSentenceIsIgnored(String line) {
    assertEquals(Optional.empty(), Caption.of(line).mark());
  }

  @Test
  void strikethroughThatOnlyLeadsTitleIsRecognized() {
    assertEquals(true, Strikethrough.leads("~~Blue~~ Red button"));
    assertEquals(false, Strikethrough.leads("~~Blue button~~"));
    assertEquals(false, Strikethrough.leads("~~Blue button~~ done"));
    assertEquals(false, Strikethrough.leads("Hang ~~two~~ three"));
  }

  @Test
  void statusNoteAtEndIsRecognized() {
    assertEquals(" (blocked: no scale)".length(), Caption.of("Weigh (blocked: no scale)").note());
    assertEquals(0, Caption.of("Weigh (all)").note());
  }
}
