package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** More notations learned from blind sets (docs/reading.md), in invented backlogs. */
class ReadingPatternsTest {

  @Test
  void boxesBelowPrioritiesOfNumberedHeadingsAreTheTasks() {
    assertOpen(
        """
        # Backlog of the mill

        # 1. ORGANISATION

        Each item has a priority.

        Each item:

        * belongs to a phase
        * has a priority (P0, P1)

        # 2. PHASE 0, FOUNDATION

        ## P0

        * [ ] clear the race
        * [ ] level the stones

        ## P1

        * [ ] paint the door

        # 3. PHASE 1, FLOUR

        ## P0

        * [ ] grind the first sack

        # 4. PROCESS

        Each item P0/P1 follows:

        * a clear description
        * an estimate
        """,
        16,
        17,
        21,
        27);
  }

  @Test
  void priorityInBracketsIsAFieldOfItsHeading() {
    assertOpen(
        """
        # Ideas

        ## Bells in the tower (priority: after the roof)
        Three bells, one rope each.
        - oak for the frame
        - bronze for the bells

        ## Watch the tide (priority: high)
        - reads the gauge each morning
        - shows the day's highest water

        ## Sound the horn (priority: medium)
        Fog comes from the west.
        - one long, two short
        """,
        3,
        8,
        12);
  }

  @Test
  void numbersThatContinueAcrossGroupsAreThoseOfTasks() {
    assertOpen(
        """
        # Tidewatch ideas

        Out of a walk along the wall.

        ## Quick (below a day)

        ### 1. Gauge self-test
        The gauge has none. A bucket and a ruler are enough.

        ### 2. Streaming readings
        The clerk reads them once an hour.

        ## Longer (some days)

        ### 3. Comparison of both gauges
        Nobody knows which of them is right.

        ### 4. Storm mode
        It reads once a minute while the wind is up.
        """,
        7,
        10,
        15,
        18);
  }

  @Test
  void fewNestedBoxesMayBeStepsOfTheirItems() {
    assertOpen(
        """
        # TODO

        ## Cellar

        - more racks, oak or ash
        - a key for each door
          - [x] the outer one
          - [ ] the inner one
        - a lamp at the stairs
        - a second cask
        """);
  }

  @Test
  void boxesInBackticksAreBoxes() {
    assertOpen(
        """
        # Boats

        Legend:

        - `[ ]` Not started
        - `[/]` In progress
        - `[x]` Completed

        ## Hulls

        - `[x]` Scrape the `skiff`
        - `[/]` Varnish the skiff
        - `[ ]` Varnish the eight
        - `[ ]` Paint the oars

        ## Notes

        - `[#12]` is the number of a boat
        """,
        13,
        14);
  }

  @Test
  void differentBoxesInBackticksAreALegend() {
    assertOpen(
        """
        # Boats

        ## Signs

        - `[x]` launched and seen to float.
        - `[~]` built, and waits for water.
        - `[ ]` waits.

        ## Hulls

        - [x] Scrape the skiff
        - [ ] Varnish the eight
        """,
        12);
  }

  @Test
  void boxesInBoldAreBoxes() {
    assertOpen(
        """
        # Garden

        ## Beds

        - **[x] Dig the long bed**: ready for the beans
        - **[ ] Water the beans**: twice a day
        - **[ ]** Sow the carrots
        """,
        6,
        7);
  }

  @Test
  void criteriaThatAreAllTickedLeaveTheirHeadingUnclear() {
    assertOpen(
        """
        # Backlog of the ferry

        ### FER-1: Board by number

        - **As** a passenger
        - **I want** a number

        **Criteria:**

        - ✅ one number each
        - ✅ shown at the gate

        ### FER-2: Leave on time

        **Criteria:**

        - the bell rings twice
        - the gate closes at the second one
        """,
        13);
  }

  @Test
  void itemsBelowHeadingThatBeginsWithDoneAreNotOpen() {
    assertOpen(
        """
        # Roadmap

        ## Finished rounds of the year 2025

        ### v0.4

        - Add a second gauge
        - Show the moon

        ## Next

        - Add a horn
        """,
        12);
  }

  @Test
  void notPlannedItemsAreParked() {
    assertOpen(
        """
        # Roadmap

        ## High value

        - **Long readings** — split them at midnight
        - **Offline queue** — keep them until the line is back

        ## Things that are NOT planned

        - Accounts and passwords.
        - A second language.
        """,
        5,
        6);
  }

  @Test
  void boxDeferredInBracketsIsNotOpen() {
    assertOpen(
        """
        # TODO

        ## Big ones

        - [ ] **Part 5, the tide service** (deferred by the council):
          - fetch the tables
          - compare them
        - [ ] a second horn (maybe with a lamp)
        """,
        8);
  }

  @Test
  void itemsBelowInformationalLabelAreNotOpen() {
    assertOpen(
        """
        # plan

        # backlog

        - define the store
        - use the new scale

        requirements:
        - must list all sacks
        - the list must be on paper
        """,
        5,
        6);
  }

  @Test
  void idsInBackticksProveList() {
    assertOpen(
        """
        # **The bakery shop, V0.1**

        **Note:** This page drives the work.

        ## **Epic01 Ground work**

        > Description: the frame of it all.

        -   **`US-01` | Shop layout:** two doors, one counter.
        -   **`US-02` | One look:** all signs in green.
        """,
        9,
        10);
  }

  @Test
  void userStoriesAreTasks() {
    assertOpen(
        """
        # Product backlog

        ## Epic: Counter

        - **Order by name:** As a customer, I want to give my name so that I am called.
        - **Pay at the end:** As a customer, I want to pay once.

        ## Epic: Oven

        - **Hear the bell:** As a baker, I want a bell when the loaf is done.
        """,
        5,
        6,
        10);
  }

  @Test
  void itemsWrittenAsCommitMessagesAreTasks() {
    assertOpen(
        """
        # gauge backlog

        Tracking:

        - Repository: <https://example.org/gauge>
        - Board: <https://example.org/gauge/board>

        ## First issues

        ### M1 Foundation

        1. **research(gauge): verify the second float**
           - Labels: `area:gauge`
           - Done when: both floats agree.
        2. **feat(log): add a portable log**
           - Labels: `area:log`
           - Depends on: #1
        """,
        12,
        15);
  }

  @Test
  void bulletsDirectlyBelowNumberedItemsAreTheirParts() {
    assertOpen(
        """
        # Backlog

        ## Epic 1. Readings

        **Goal:** complete readings.

        ### Tasks

        1) **Import of the old books**
        - DoD:
          - No page is lost.
          - Each day has a reading.

        2) **Check of the new gauge**
        - DoD:
          - Both agree for a week.
        """,
        9,
        14);
  }

  @Test
  void listsThatReferToHeadingsByNumberAreAnOrder() {
    assertOpen(
        """
        # Backlog

        ## Feature 1: Gauge

        **Status**: ✅ connected

        ### Work

        #### 1.1 Float
        - [x] buy one
        - [ ] test it in salt water

        #### 1.2 Scale
        - [ ] paint the marks

        ## Feature 2: Horn

        **Status**: 🔄 half done

        ### Work

        #### 2.1 Sound
        - [ ] find a tone

        #### 2.2 Lamp
        - [ ] choose a colour

        ## Order of work

        ### High 🔴
        1. Feature 2: Horn

        ### Later 🔵
        2. Feature 1: Gauge
        """,
        11,
        14,
        23,
        26);
  }

  @Test
  void pendingDecisionsAreNoTasks() {
    assertOpen(
        """
        # Backlog

        ## Decisions

        ### Pending

        - Stone or wood for the stairs.
        - How many doors.

        ## Tasks

        - Sweep the yard
        """,
        12);
  }

  @Test
  void lowPriorityAloneProvesNoListAmongManyWithoutTasks() {
    assertOpen(
        """
        # Ideas

        Good ones that must wait.

        ## Rides

        - A slow one.
        - A long one.

        ## Hazards

        - Wet planks.
        - Low beams.

        ## Rooms

        - The blue one.
        - The round one.

        ## Lights

        - Lanterns.
        - Candles.

        ## Nice to have

        - A second door.
        - A bell.
        """);
  }

  @Test
  void notYetBuiltAfterDashMakesHeadingsBelowOpen() {
    assertOpen(
        """
        # Backlog

        ## Deferred, others come first

        - **Steam** — wait for the boiler.

        ## First version — not yet built

        These are agreed.

        ### Ledger with several pages (v10 5.1)
        Each page has its own sum.

        ### Tax on the last line (v10 5.6)
        The clerk adds it by hand today.
        """,
        11,
        14);
  }

  @Test
  void textAfterBoldNameGivesItsState() {
    assertOpen(
        """
        # Roadmap

        ## Next

        - **v0.5.1** ✅ — a gauge of oak
        - **v0.5.2** in-flight — a horn
        - **v0.5.3** — a lamp
        """,
        7);
  }

  @Test
  void boxWithDeferringRemarkIsNotOpen() {
    assertOpen(
        """
        # Backlog

        ## Bakery

        - [ ] Bake at night — the oven is free then. *Decision of May: deferred, nobody is awake.*
        - [ ] Bake by the sea — declined for this shop.
        - [ ] Bake with rye. Parked unless the mill has some.
        - [ ] Bake a *deferred* dough recipe card
        - [ ] Bake with spelt *as the neighbours do*
        """,
        9);
  }

  @Test
  void tablesOfUserStoriesHoldTasks() {
    assertOpen(
        """
        # Feuille de route

        ## Version attendue

        | En tant que | je souhaite pouvoir | afin de |
        |-------------|---------------------|---------|
        | visiteur | voir les bateaux | choisir |
        | visiteur | réserver un bateau | partir |

        ## Later

        | As a | I want to | So that |
        |------|-----------|---------|
        | guest | see the boats | I can choose |
        """,
        7,
        8,
        14);
  }

  @Test
  void headingsWithContinuedNumbersAreTasksEvenIfTheyHoldLists() {
    assertOpen(
        """
        # Backlog

        ## High

        ### ~~1. The lid is stuck~~ ✅
        - Planed.

        ### ~~2. The till rounds up~~ ✅
        - One cent.

        ### 3. Scale drifts in the heat
        - Two grams in a week.

        ## Medium

        ### 4. Door sticks in the rain
        - The edge is wet.

        ### 5. Lamp flickers at the stairs
        - The wire is loose.

        ### 6. Window lets the wind in
        - No felt.
        """,
        11,
        16,
        19,
        22);
  }

  @Test
  void labelledItemsWithVerbsInStagesAreTasks() {
    assertOpen(
        """
        # Roadmap of the mill

        Planned features for later releases.

        ## Phase 1: Stones

        - **Dressing:** Allow the stones to be dressed by night.
        - **Balance:** Support for two pairs.

        ## Phase 2: Water

        - **Gate:** Build a gate of oak.
        - **Race:** A longer one.
        """,
        7,
        8,
        12,
        13);
  }

  @Test
  void boldLinesThatBeginWithABoxAreTasks() {
    assertOpen(
        """
        # Tasks, from top to bottom

        ## Block A

        **[x] 1. Make it run**
        A wheel and a belt.
        Done when: it turns.

        **[ ] 2. Oil the wheel**
        Twice.

        - once in the morning
        - once at night

        ---

        ## Block B

        **[ ] 3. Paint it**

        Any colour.

        ---

        - What the miller does himself.

        **[link](docs/a.md)** is no task.
        """,
        9,
        19);
  }

  @Test
  void headingAboveBoldLinesWithBoxesIsAGroup() {
    assertOpen(
        """
        # Tasks

        ## Mill

        **[ ] 3. Paint the door**
        Any colour will do.

        **[ ] 4. Oil the wheel**

        ---

        Done by others: all the rest.
        """,
        5,
        8);
  }

  @Test
  void boldLinkAboveListIsAHeading() {
    assertOpen(
        """
        # Backlog

        Two houses, one gardener.

        **[Front garden](front.md)**

        - prune the roses
        - dig the bed

        **[Back garden](back.md)**

        - the old pump
        - the other gate
        """,
        7,
        8,
        12,
        13);
  }
}
