package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Tables of tasks beside other tables, and what gives their states (docs/reading.md). */
class ReadingTablesTest {

  @Test
  void boxInStateColumnMayFollowAListMarker() {
    assertOpen(
        """
        # Bakery

        | Task | State | What to do |
        |------|-------|------------|
        | K01 | - [x] | Mend the door |
        | K02 | - [~] | Sweep the flue |
        | K03 | - [ ] | Choose a mason |
        | K04 | `- [ ]` | Buy bricks |
        | K05 | - [?] | Paint the sign |
        """,
        7,
        8);
  }

  @Test
  void itemsThatBeginWithARowIdDescribeThatRow() {
    assertOpen(
        """
        # Bakery

        | Task | Title | Status |
        |------|-------|--------|
        | K01 | Mend the door | open |
        | K02 | Sweep the flue | done |

        - **K01 in detail**
          - [ ] the hinge
          - [x] the lock
        - **K02 in detail** ✅
          - [x] the brush
          - [ ] the soot
        - The shop
          - [ ] Longer hours
        """,
        5,
        15);
  }

  @Test
  void rowWithTheIdOfAHeadingGivesItsState() {
    assertOpen(
        """
        # Bakery

        | Id | Feature | Status |
        |----|---------|--------|
        | K-1 | Oven door | done |
        | K-2 | The flue | done |
        | K-3 | A sign | parked |
        | K-4 | Bricks | open |
        | K-5 | A till | open |

        ## K-1 - Oven door

        **Who** the baker wants a door that shuts.

        ## K-2 - The flue

        **Who** the baker wants no smoke in the shop.
        """,
        8,
        9);
  }

  @Test
  void tableOfCodesWithoutTitlesHoldsNoTasks() {
    assertOpen(
        """
        # Bakery

        | Task | Wave | Status |
        |------|------|--------|
        | A — oven door | 1 | [ ] |
        | B — the flue | 1 | [ ] |
        | C — bricks | 2 | [x] |

        ## What it takes

        | Task | Effort |
        |------|--------|
        | A | 2 days |
        | B | half a day |
        | C | 1 day |
        """,
        5,
        6);
  }

  @Test
  void emojiInHeadingIsAStateOnlyBelowHeadingAboutStates() {
    assertOpen(
        """
        # Bakery

        ## Items by status

        ### 🔨 Gibel tarun

        | Item | Title | Priority |
        |------|-------|----------|
        | B-1 | Oven door | high |

        ### 📥 Sokat venim

        | Item | Title | Priority |
        |------|-------|----------|
        | B-2 | The flue | high |

        ## 🔨 Repairs

        | Item | Title | Priority |
        |------|-------|----------|
        | B-3 | The till | high |
        """,
        15,
        21);
  }

  @Test
  void tasksBelowLockedOrParkedHeadingsAreNotOpen() {
    assertOpen(
        """
        # Bakery

        ## Phase 1

        - [ ] Mend the door

        ## Phase 2 — Shop *(locked until phase 1 is approved)*

        - [ ] Longer hours

        ## Parking (not for this house)

        | # | Task | Why |
        |---|------|-----|
        | P1 | A second oven | no room |
        """,
        5);
  }

  @Test
  void tasksNamedBesideABoldWordForDoneAreUndecided() {
    assertOpen(
        """
        # Bakery

        > Many of these are old: (LOAF-001·003, LOAF-004) were **done already** in spring.
        > LOAF-002 and LOAF-005 are for the next year.

        ## High

        ### LOAF-001: Oven door
        - **Effort**: 2 d

        ### LOAF-002: The flue
        - **Effort**: 2 d

        ### LOAF-003: Bricks
        - **Effort**: 2 d

        ### LOAF-004: A sign
        - **Effort**: 2 d

        ### LOAF-005: A till
        - **Effort**: 2 d
        """,
        11,
        20);
  }

  @Test
  void labelledLinesMayMakeATaskUndecided() {
    assertOpen(
        """
        # Bakery

        ## Oven

        ### A new door
        - **Priority**: medium (already in progress)
        - **Why**: it leaks

        ### A new flue
        - **Priority**: medium (it works, for now)
        - **Why**: it smokes

        ### Fire bricks
        - **Priority**: low
        - **Verdict**: deferred

        ### A mason
        - **Priority**: low
        - **Gibel**: SOKATVEN, kubal tarun

        ### A sweeper
        - **Priority**: low
        - **Gibel**: TARUN

        ### A new sign
        - **Priority**: low
        - **Verdict**: needs a decision

        ### A second oven **VENIMLIR til K-3**
        - **Priority**: low
        - **Why**: it is small
        """,
        9);
  }

  @Test
  void listOfEmojiForStatesIsALegend() {
    assertOpen(
        """
        # Bakery

        ## Gibel tarun

        | Id | Task | Status |
        |----|------|--------|
        | B-1 | Oven door | 📋 |
        | B-2 | The flue | ✅ |
        | B-3 | Bricks | 📋 |

        ## Sokat venim

        - ✅ Done
        - 🔄 Kubal
        - 📋 Backlog
        - 🔜 Later (tovan)
        """,
        7,
        9);
  }

  @Test
  void pendingDecisionsBesideTablesOfTasksAreNoTasks() {
    assertOpen(
        """
        # Bakery

        ## Decisions

        ### Pending

        - Wood or gas
        - One oven or two
        - Who keeps the key

        ## Tasks

        | Id | Task | Status |
        |----|------|--------|
        | B-1 | Oven door | TODO |
        | B-2 | The flue | TODO |
        | B-3 | Bricks | DONE |
        """,
        15,
        16);
  }

  @Test
  void listOfHeadingsByWordAndNumberIsAnOrder() {
    assertOpen(
        """
        # Bakery

        ## Feature 1: The oven

        **Priority**: high
        **Status**: to do

        A door that shuts.

        ## Feature 2: The shop

        **Priority**: low
        **Status**: to do

        A till that opens.

        ## In short

        ### Important

        1. Feature 1: The oven

        ### Later

        1. Feature 2: The shop
        2. Feature 1: The oven, once more
        """,
        3,
        10);
  }

  @Test
  void ownStateOutweighsInformationalWordAndRepeatedTitle() {
    assertOpen(
        """
        # Registry

        ## Bakery

        ### Oven: no lock on the door

        - **Where**: the back room
        - **Why**: nobody asked for one
        - **Status**: open

        ### Team: no till for the shop

        - **Where**: the shop
        - **Why**: nobody asked for one
        - **Status**: open

        ### Oven: no lock on the door

        - **Where**: the front room
        - **Why**: nobody asked for one
        - **Status**: open
        """,
        5,
        11,
        17);
  }

  @Test
  void columnOfTaskTypesGivesNoStates() {
    assertOpen(
        """
        # Bakery

        | Id | Title | Gibel | Priority |
        |----|-------|-------|----------|
        | B-1 | Oven door | bug | high |
        | B-2 | The flue | bug | high |
        | B-3 | Bricks | feature | low |
        | B-4 | A till | venim | low |
        """,
        5,
        6,
        7,
        8);
  }
}
