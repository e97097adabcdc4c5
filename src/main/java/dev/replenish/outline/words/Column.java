package dev.replenish.outline.words;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a column of a table, or a labelled line of a task, is for. */
public enum Column {
  /** What is to be done. */
  TITLE,
  /** What it is about; the title where there is no better one. */
  DESCRIPTION,
  /** Its number or its name. */
  ID,
  /** How urgent it is. */
  PRIORITY,
  /** Its status. */
  STATUS,
  /** How long it takes. */
  EFFORT,
  /** The tasks that must come before it. */
  DEPENDENCIES,
  /** The documents to read for it. */
  DOCUMENTATION,
  /** Who does it. */
  ASSIGNEE,
  /** The day by which it should be finished. */
  DUE,
  /** The day before which it should not be begun. */
  NOT_BEFORE,
  /** The component that it belongs to. */
  COMPONENT,
  /** Anything else that is known to belong to a task. */
  OTHER;

  /** The columns that tables of tasks have, and other tables hardly ever have. */
  public static final Set<Column> OF_TASKS =
      Collections.unmodifiableSet(EnumSet.of(ID, PRIORITY, STATUS, EFFORT, DEPENDENCIES));
}
