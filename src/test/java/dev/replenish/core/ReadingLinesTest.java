package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Lines of plain text that are tasks, and text that is not (docs/reference/unmarked.md). */
class ReadingLinesTest {

  @Test
  void shortLinesBelowTaskHeadingAreTasks() {
    assertOpen(
        """
        # Backlog

        What the bakery wants to have, in no order. Ask the baker before you begin with
        anything.

        Oven door squeaks
        Lamp for the cellar
        Shelves: oak, not fir

        Signs above the shop
        """,
        6,
        7,
        8,
        10);
  }

  @Test
  void firstLineMayBeTheHeading() {
    assertOpen("Backlog\nOven door;\nLamp for the cellar;\nShelves of oak;\n", 2, 3, 4);
    assertOpen("Things to do\n============\n\nOil the oven\n\nLamp for the cellar\n", 4, 6);
    assertOpen("My bakery\n\nOil the oven door\nPaint the sign\nLamp for the cellar\n", 3, 4, 5);
  }

  @Test
  void bulletsAndNumbersThatAreNoMarkdownSeparateTasks() {
    assertOpen("# Backlog\n\n-oil the door.\n-a lamp for the cellar\n--------\n", 3, 4);
    assertOpen("# Backlog\n\n• oil the door\n• a lamp for the cellar\n", 3, 4);
    assertOpen("# Backlog\n\n#1 oil the door\n#2 paint the sign\n", 3, 4);
    assertOpen("# Backlog\n\n-[ ] oil the door\n-[x] paint the sign\n", 3);
  }

  @Test
  void labelsAndEmojiStartGroups() {
    assertOpen(
        """
        📋 To do
        🎯 For the fair
        Banner for the stall

        Boxes for the bread

        🧱 For the house
        Bricks for the oven

        ✅ Done
        Signs above the shop

        Lamp for the cellar
        """,
        3,
        5,
        8);
    assertOpen(
        """
        Bakery

        Todo:
        shelves of oak
        lamp for the cellar

        Done:
        signs above the shop
        boxes for the bread

        Notes:
        the mason comes in May
        the oak is in the barn
        """,
        4,
        5);
    assertOpen(
        """
        The bakery - backlog of all
        1. High priority (Ina)
        What cannot wait.

        Oven door: The hinge is loose and has to be oiled before the fair.

        Cellar lamp: A new one has to be hung above the stairs.

        Shop sign: The letters are to be painted in red and gold.

        2. Low priority (Olek)
        What can wait.

        The wall can.
        """,
        5,
        7,
        9);
  }

  @Test
  void hardLineBreaksSeparateTasks() {
    assertOpen(
        """
        ## Backlog

        a lamp for the cellar and for the stairs that lead\\
        to the barn some shelves that are made of good oak\\
        signs above the shop
        """,
        3,
        4,
        5);
  }

  @Test
  void runningTextIsNoTask() {
    assertOpen(
        """
        # Backlog

        We keep what is to be done on the slate in the shop
        Please ask the baker for the chalk

        Each morning the baker wipes the slate and writes down what
        the day will bring for all of us who work in the old bakery
        at the end of the lane
        """);
    assertOpen("# Backlog\n\nMoved to the slate in the shop\n");
    assertOpen("# Bakery\n\nIna Weber\nLong Lane 12\n12345 Oldtown\n");
    assertOpen("# Backlog\n\nStatus: open\nOwner: Ina\nDue: soon\n");
    assertOpen("# Backlog\n\n## Notes\n\nOven is hot\nLamp is off\n");
    assertOpen("# Backlog\n\nA = open\nB = done\nC = late\n");
  }

  @Test
  void linesAreNoTasksBesideAnotherForm() {
    assertOpen("# Backlog\n\nOven door squeaks\nLamp for the cellar\n\n- [ ] Shelves of oak\n", 6);
    assertOpen("# Backlog\n\n## B-1: Oil the door\n\nIt squeaks\nIt sticks\n", 3);
  }

  @Test
  void lineWithIndentedLinesBelowItIsUnclear() {
    assertOpen("# Backlog\n\nOil the door\n  take it off\n  wipe it\nPaint the sign\n", 6);
  }

  @Test
  void commentDecidesWhichLinesAreTasks() {
    assertOpen(
        "# Bakery <!-- group: each line is a task -->\n\n## Shop\n\nSigns\n\nThe lamp.\n", 5, 7);
    assertOpen("# Bakery\n\nDoor of oak\nSign of red paint <!-- task -->\nLamp of tin\n", 4);
  }
}
