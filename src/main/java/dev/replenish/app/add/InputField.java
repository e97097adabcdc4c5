package dev.replenish.app.add;

import java.util.Locale;

/** The fields that a caller can give for a new task (docs/reference/adding.md). */
public enum InputField {
  /** One line; required. */
  TITLE(false),
  /** One word. */
  TYPE(false),
  /** Critical, high, medium or low, or P0 to P3. */
  PRIORITY(false),
  /** Words of a heading. */
  UNDER(false),
  /** One word. */
  COMPONENT(false),
  /** Any number of lines. */
  DESCRIPTION(false),
  /** Steps. */
  PLAN(true),
  /** One line. */
  EFFORT(false),
  /** A day. */
  DUE(false),
  /** A day. */
  NOT_BEFORE(false),
  /** A name. */
  ASSIGNEE(false),
  /** Paths or links. */
  DOCUMENTATION(true),
  /** Ids. */
  DEPENDENCIES(true),
  /** Paths. */
  FILES(true),
  /** Markdown instead of the fields. */
  BODY(false),
  /** An unused id; by default, the next one of the day. */
  ID(false);

  private final boolean list;

  InputField(boolean list) {
    this.list = list;
  }

  /** The name in JSON, such as {@code notBefore}. */
  public String word() {
    return this == NOT_BEFORE ? "notBefore" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether the field takes any number of values. */
  public boolean isList() {
    return list;
  }
}
