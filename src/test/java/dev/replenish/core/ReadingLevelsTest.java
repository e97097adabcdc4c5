package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** The level of a file at which its tasks are: headings, boxes, items or rows. */
class ReadingLevelsTest {

  @Test
  void boxesWithIdsBelowStoriesAreTheTasks() {
    assertOpen(
        """
        # Bakery

        ## Epic 1: Oven

        ### Story 1.1: Bake in the morning
        As a baker, I want a hot oven so that the bread is early.

        **Acceptance criteria:**
        - hot at five

        **Tasks:**
        - [ ] OVEN-101: Clean the flue
        - [ ] OVEN-102: Mend the door

        ### Story 1.2: Bake in the evening
        As a baker, I want a second oven so that there is bread at night.

        **Acceptance criteria:**
        - hot at eight

        **Tasks:**
        - [ ] OVEN-103: Choose a mason
        - [x] OVEN-104: Measure the yard
        """,
        12,
        13,
        22);
  }

  @Test
  void boxesWithIdsBelowCriteriaAreParts() {
    assertOpen(
        """
        # Bakery

        ### Story 1.1: Bake in the morning
        As a baker, I want a hot oven so that the bread is early.

        **Acceptance criteria:**
        - [ ] AC-1: hot at five
        - [ ] AC-2: no smoke

        ### Story 1.2: Bake in the evening
        As a baker, I want a second oven so that there is bread at night.

        **Acceptance criteria:**
        - [ ] AC-3: hot at eight
        - [ ] AC-4: no smoke
        """,
        3,
        10);
  }

  @Test
  void repeatedIdsDoNotMakeStepsTasks() {
    assertOpen(
        """
        # Bakery

        ### Story 1.1: Bake in the morning
        As a baker, I want a hot oven so that the bread is early.

        **Steps:**
        - [ ] S-1: clean it
        - [ ] S-2: light it

        ### Story 1.2: Bake in the evening
        As a baker, I want a second oven so that there is bread at night.

        **Steps:**
        - [ ] S-1: build it
        - [ ] S-2: light it
        """,
        3,
        10);
  }

  @Test
  void rowsThatReferToItemsByNumberAreNoTasks() {
    assertOpen(
        """
        # Backlog

        1. ~~Clean the flue~~ DONE
        2. Oil the door
        3. Choose a mason
        4. ~~Measure the yard~~ DONE

        ## What there is and what there is not

        | Task | Status | Notes |
        |------|--------|-------|
        | The door (item 2) | Not started | no oil |
        | A mason (item 3) | Not started | two answered |
        | A sign | Not started | |
        """,
        4,
        5);
  }

  @Test
  void rowsThatReferToIssuesByNumberAreTasks() {
    assertOpen(
        """
        # Bakery

        | Task | Status |
        |------|--------|
        | Oil the door (bug 2) | Not started |
        | Choose a mason (bug 3) | Not started |
        """,
        5,
        6);
  }

  @Test
  void tableOfFactsBelowNumberedHeadingIsPartOfIt() {
    assertOpen(
        """
        # Bakery

        ## Epic A: Yard

        ### 1. Collect all resources
        **Why:**
        The winter is long.

        | Name | Place | Purpose |
        |------|-------|---------|
        | Flour | loft | bread |
        | Logs | shed | heat |

        **Criteria:**
        - all is dry

        ## Epic B: Oven

        ### 2. Flue
        **Why:**
        It smokes.
        **Criteria:**
        - the chimney draws

        ### 3. Door
        **Why:**
        It creaks.
        **Where:** at the front
        """,
        5,
        19,
        25);
  }

  @Test
  void tableOfTasksBelowNumberedHeadingHoldsTheTasks() {
    assertOpen(
        """
        # Bakery

        ### 1. Yard of the bakery
        **Why:**
        The winter is long.

        | Name | Status | Purpose |
        |------|--------|---------|
        | Buy flour | open | bread |
        | Split logs | done | heat |

        ### 2. Flue of the oven
        **Why:**
        It smokes.

        | Name | Status | Purpose |
        |------|--------|---------|
        | Sweep it | open | air |
        """,
        9,
        18);
  }

  @Test
  void numberedHeadingsWithLabelledItemsAreTasksBesidePlainList() {
    assertOpen(
        """
        # Backlog

        ## 1. The flue of the oven

        - **Why**: it smokes
        - **Gain**: clean air

        ## 2. The door of the oven

        - **Cause**: it creaks
        - **What to ask** (the smith first):
          - which oil
        - **Result**: a note

        ## 3. A second oven

        - **Why**: there is not enough bread
        - ask a mason first

        ## 4. Other thoughts

        - a sign above the door
        - a bench in the yard
        """,
        3,
        8,
        15);
  }

  @Test
  void singleItemBelowNumberIsAPartWhereOthersHaveLabelledItems() {
    assertOpen(
        """
        # Backlog

        ## 1. The flue of the oven

        - **Why**: it smokes
        - **Gain**: clean air

        ## 2. Papers for the guild

        - **papers/rules.md**, a page on what is baked when

        ## 3. A second oven

        - **Why**: there is not enough bread
        - **Gain**: more of it
        """,
        3,
        8,
        12);
  }

  @Test
  void fullWidthColonAfterLabelNeedsNoSpace() {
    assertOpen(
        """
        # 待办池（backlog）

        ## 1. 修理烤箱的门

        - **背景**：门关不紧。
        - **收益**：省木柴。

        ## 2. 清扫烟囱

        - **背景**：有烟。
        - **范围**：只有烟囱。

        ## 3. 其他

        - 门上挂一块牌子
        - 院子里放一张长凳
        """,
        3,
        8);
  }

  @Test
  void itemsNestedInUserStoriesLabelBelowGroupAreTheTasks() {
    assertOpen(
        """
        # Bakery

        ## Epic 1: The oven in the yard
        - **Description**: Bakers have a hot oven.
        - **User stories**:
          1. **As a baker**, I want a clean flue, so that nothing smokes.
          2. **As a baker**, I want a door that closes.

        ## Epic 2: The shop at the street
        - **Description**: People find the bread.
        - **User stories**:
          1. **As a buyer**, I want a sign above the door.
        """,
        6,
        7,
        12);
  }

  @Test
  void itemsNestedInGoalsLabelAreNoTasks() {
    assertOpen(
        """
        # Bakery

        ## Phase 1: The oven in the yard
        - **Goals**:
          1. a hot oven
          2. a door that closes
        - **Risks**:
          1. rain

        ## Phase 2: The shop at the street
        - **Goals**:
          1. a sign above the door
        """);
  }

  @Test
  void upperCaseFileNameIsNoState() {
    assertOpen(
        """
        # Bakery

        ### 1.1 Papers - RULES
        **Description**: Write down what is baked when
        **Criteria**:
        - RULES.md has a page for each day

        ### 1.2 Papers - EGINDA
        **Description**: Write down who has the key
        **Criteria**:
        - all names are there
        """,
        3);
  }
}
