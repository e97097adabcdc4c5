package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Where public backlogs give a state (docs/reference/unmarked.md, "States"), in small examples. */
class ReadingStatesTest {
  @Test
  void bracketsBeforeItemGiveItsState() {
    assertOpen(
        """
        # Bakery backlog

        1. **[DONE in 2.4.1] Weigh the flour twice**
           The scale shows both.
        2. **[AGREED / DONE in 2.4] Keep the lid shut**
        3. **[MOSTLY DONE in 2.5] Sieve the flour**
           Rye is left.
        4. **[RYE FLOUR] Order ten sacks**
        5. [Done list](done.md) needs a date
        6. [Fixed price] Add it to the rolls
        7. (parked until May) Build a second oven
        8. [In progress] Paint the door
        9. Order bricks
        """,
        8,
        9,
        10,
        13);
  }

  @Test
  void bracketsBeforeTitleInRowGiveItsState() {
    assertOpen(
        """
        | ID | P | Aufgabe | Wo |
        |----|---|---------|----|
        | K1 | P0 | (ERLEDIGT, [Beleg](k1.md)) Den Kessel flicken | Herd |
        | K2 | P1 | Die Kanne kaufen | Markt |
        | K3 | P1 | (ERLEDIGT mit K1, [Beleg](k1.md)) Den Deckel flicken | Regal |
        | K4 | P1 | (erledigt) Das Sieb reinigen | Spüle |
        | K5 | P2 | (zurückgestellt) Das Dach decken | Hof |
        """,
        4);
  }

  @Test
  void stateWithColonBeforeItemCounts() {
    assertOpen(
        """
        # Bakery backlog

        - Done: the flour is weighed twice.
        - Done (2026-05-10): the lid shuts.
        - **K-12** Erledigt: die Tür ist gestrichen.
        - Superseded by the new oven (do not mend): the old chimney.
        - Sourdough (2026-05-10): the starter lives in the cellar now.
        - Out of scope: a second shop.
        - Review: the price of the rolls.
        - Next: add a bell to the door.
        - Fixed shelves: measure the wall.
        - Cellar move (shelf 3 — do not start early): carry the jars down.
        - Add a lamp
        - Paint the door
        - **Done:** the shed is built.
        """,
        9,
        10,
        11,
        13,
        14);
  }

  @Test
  void stateInPriorityColumnCounts() {
    assertOpen(
        """
        | Task | Priority | Description |
        |------|----------|-------------|
        | **K-089** | 🟢 Done | Mend the kettle |
        | **K-090** | 🔴 High | Buy cups |
        | **K-091** | Done | Sweep the floor |
        | **K-092** | Next | Clean the flue |
        """,
        4,
        6);
  }

  @Test
  void tickAfterNumberMeansDone() {
    assertOpen(
        """
        | # | Description | Difficulty |
        |---|-------------|------------|
        | 1 X | Weigh the flour | Easy |
        | 2 | Sieve the flour | Easy |
        | 3 x | Heat the oven | Hard |
        | 4 | Bake the rolls | Easy |
        """,
        4,
        6);
  }

  @Test
  void statusOfSeveralPartsIsOpenIfTheLastIsAndNoneContradicts() {
    assertOpen(
        """
        | ID | Task | Status |
        |----|------|--------|
        | K-01 | Mend the kettle | drawn, not started |
        | K-02 | Buy cups | 规划，未开始 |
        | K-03 | Sweep the floor | blocked, not started |
        | K-04 | Clean the flue | deferred to May, open |
        | K-05 | Oil the hinge | swept, all well |
        """,
        3,
        4);
  }

  @Test
  void stateInBracketsAtTheEndLeavesTaskUndecided() {
    assertOpen(
        """
        # Todo

        - [ ] Bake the rolls (batch 3 — now in progress)
        - [ ] Sieve the rye (Ina, in progress)
        - [ ] 반죽 준비 (2번 오븐 — 아나 진행 중)
        - [ ] Filter the orders (open, closed)
        - [ ] Show a note on each sack (saved, removed)
        - [ ] Count the sacks (rye, wheat)

        ## Ideas

        - Build an oven from the old bricks, with a chimney
          and a door of iron. _(la mayoría en curso/hecho)_
        - Build a shed
        """,
        6,
        7,
        8);
  }

  @Test
  void itemsDatedAsDecidedOrDoneAreUndecided() {
    assertOpen(
        """
        # Todo

        - **Oven** — decided 2026-05-10: bricks from the
          river.
        - **Flour** — done 2026-05-11 (rye). Left: wheat.
        - **Keys** — kept at the door, never at the
          window (decided 2026-05-12).
        - **Lamp** — buy one for the shed
        """,
        8);
  }

  @Test
  void statusInItalicsCounts() {
    assertOpen(
        """
        # Backlog

        ### K-01: Mend the kettle
        *Status: **Parked** — not before May.*

        It leaks.

        ### K-02: Buy cups
        *Status: open.*

        Six of them.

        ### K-03: Sweep the floor
        _Status: Half of it went well! The rest is wet._

        Each day.
        """,
        8);
  }

  @Test
  void prominentStateAnywhereInTaskLeavesItUndecided() {
    assertOpen(
        """
        # Backlog

        ## Oven

        - [ ] Sweep the flue → SHIPPED with the ladder (see the book)
        - [ ] Bake rye with the new yeast ✅ since May, wheat too
        - [ ] Weigh the sacks by hand — blocked on the scales, which are
          with the smith
        - [ ] Count the loaves, of which *the rolls are done* by Ida, and the
          rest is easy
        - [ ] Label the jars as `DONE` or `OPEN`
        - [ ] Move active orders -> current orders
        - [ ] Write down *Done when:* for all loaves
        - [ ] Print NEW ORDERS in capitals
        - [ ] Finish the DONE stamp
        """,
        11,
        12,
        13,
        14,
        15);
  }

  @Test
  void rowWithoutStatusMayHaveAStateInAnyCell() {
    assertOpen(
        """
        # Backlog

        | ID | Task | Notes |
        |----|------|-------|
        | OV-1 | Mend the door | the smith has the hinge |
        | OV-2 | Sweep the flue | ✅ in May, by Ida |
        | OV-3 | Weigh the sacks | the scales are **back, and done** |
        """,
        5);
  }

  @Test
  void stateAfterArrowInHeadingCounts() {
    assertOpen(
        """
        # Backlog

        ### OV-1: Mend the door

        The hinge is loose.

        ### OV-2: Sweep the flue → SHIPPED (with the ladder)

        It smokes.
        """,
        3);
  }

  @Test
  void legendDefinesTheSymbolsOfTheFile() {
    assertOpen(
        """
        # Backlog

        Signs: ⬜ to do · 🟡 in progress · ✅ done

        | ID | Task | Status |
        |----|------|--------|
        | OV-1 | Mend the door | ⬜ |
        | OV-2 | Sweep the flue | 🟡 |
        | OV-3 | Weigh the sacks | ✅ |
        | OV-4 | Count the loaves | — |
        | OV-5 | Label the jars | |
        """,
        7,
        10,
        11);
    assertOpen(
        """
        # Backlog

        - 🦴 to be done
        - 🐌 blocked

        | ID | Task | Status |
        |----|------|--------|
        | OV-1 | Mend the door | 🦴 |
        | OV-2 | Sweep the flue | 🐌 |
        """,
        8);
  }

  @Test
  void unknownSymbolLeavesRowUndecided() {
    assertOpen(
        """
        # Backlog

        | ID | Task | Status |
        |----|------|--------|
        | OV-1 | Mend the door | 🟡 |
        | OV-2 | Sweep the flue | 🦴 |
        | OV-3 | Weigh the sacks | [ ] |
        | OV-4 | Count the loaves | open |
        """,
        7,
        8);
  }

  @Test
  void itemWithBoldTitleForNoteIsUndecided() {
    assertOpen(item("**Chimney note** — the flue is swept each May."), 6);
  }

  @Test
  void itemThatBeginsWithWordForNoteIsUndecided() {
    assertOpen(item("NOTE: the flue is swept each May."), 6);
    assertOpen(item("Hinweis: der Kamin wird im Mai gefegt."), 6);
    assertOpen(item("Notes app: sweep the flue each May."), 5, 6);
  }

  @Test
  void itemAboutANoteIsATaskIfItBeginsWithAVerb() {
    assertOpen(item("**Write a note** — the flue is swept each May."), 5, 6);
  }

  @Test
  void laterSentenceThatDefersTheItemLeavesItUndecided() {
    assertOpen(item("Mend the flue. It smokes.\n  Waiting for the mason."), 7);
    assertOpen(item("Mend the flue. It smokes.\n  Deliberately not begun yet."), 7);
    assertOpen(item("Mend the flue. It smokes.\n  Replaced by the new stove."), 7);
  }

  @Test
  void wordsForWaitingInsideASentenceAreIgnored() {
    assertOpen(item("Mend the flue. Nobody likes\n  waiting for the mason."), 5, 7);
  }

  @Test
  void emphasisedRemarkAfterQuotationLeavesItemUndecided() {
    assertOpen(item("Paint “open” and “shut” — **halfway** (the door only)."), 6);
    assertOpen(item("Paint “open” and “shut” — halfway up (the door only)."), 5, 6);
  }

  private static String item(String text) {
    return """
        # Bakery

        ## To do

        - %s
        - Sweep the yard
        """
        .formatted(text);
  }

  @Test
  void bracketsAtTheEndThatSayDoneLeaveItemUndecided() {
    assertOpen(
        """
        # Backlog

        ## Bakery

        - Write the price list (round 3 done, less the cakes)
        - Mend the oven door (finished in May)
        - Paint the sign (fixed)
        - Sweep the yard
        """,
        8);
  }

  @Test
  void itemWithAllPartsTickedIsUndecided() {
    assertOpen(
        """
        # Backlog

        ## Bakery

        - **BAK-1**: Mend the oven
          - [x] take the door off
          - [x] buy bricks
        - **BAK-2**: Paint the sign
          - [x] buy paint
          - [ ] paint it
        - **BAK-3**: Sweep the yard
        """,
        8,
        11);
  }
}
