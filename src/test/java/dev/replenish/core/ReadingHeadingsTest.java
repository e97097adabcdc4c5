package dev.replenish.core;

import static dev.replenish.core.OpenTasks.opens;

import org.junit.jupiter.api.Test;

/** Headings that are tasks, and what the words below them say. */
class ReadingHeadingsTest {
  @Test
  void theFirstWordsBelowAHeadingMayGiveItsState() {
    opens(
        """
        # Bakery backlog

        ## B01 - The door sticks

        Fixed: the lower edge is planed, and it shuts again.

        ## B02 - The flue is full of soot

        Nobody has looked into it for years.

        ## B03 - The scale is wrong

        It shows too little. **Blocked**: the maker has shut down.

        ## B04 - The roof leaks

        ~~Water drips onto the flour.~~ A bucket stands there now.

        ## B05 - Mice

        They **rejected** the cheese.
        """,
        7,
        19);
  }

  @Test
  void anIdeaIsOpenUnlessItWaits() {
    opens(
        """
        # Bakery backlog

        ## A1. Weigh the flour twice
        **Status:** proposed
        **Scope:** S

        ## A2. A second oven
        **Status:** idea - as big as the first
        **Scope:** L

        ## A3. Bread by post
        **Status:** idea/proposed - for the winter
        **Scope:** L

        ## A4. A shop on the hill
        **Status:** idea - awaiting the owner of the house
        **Scope:** L

        ## A5. A sign at the street
        **Status:** Ready to build. The board is cut already.
        **Scope:** S
        """,
        3,
        7,
        11,
        19);
  }
}
