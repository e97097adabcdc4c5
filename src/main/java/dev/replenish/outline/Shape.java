package dev.replenish.outline;

import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;

/** One way in which tasks are written directly under a heading. */
interface Shape {

  /**
   * Adds the tasks of this shape among the own lines of {@code section} to {@code into}, in order.
   */
  void find(Outline outline, Section section, Shapes.Collector into);
}
