package dev.replenish.outline;

import java.util.List;

/** One way in which tasks are written directly under a heading. */
interface Shape {

  /** The tasks of this shape among the lines of {@code section} that are its own, in order. */
  List<Found> find(Outline outline, Section section);
}
