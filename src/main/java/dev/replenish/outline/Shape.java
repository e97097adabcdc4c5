package dev.replenish.outline;

import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;

/** One way in which tasks are written directly under a heading. */
interface Shape {

  /** Reads what has this shape among the lines of {@code section} that are its own, in order. */
  void find(Outline outline, Section section, Shapes.Read into);
}
