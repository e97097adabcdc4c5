package dev.replenish.merge;

/**
 * What a part of a file is called in all of its versions.
 *
 * @param kind what it is
 * @param name the id of a task or entry, the name of a group or of the group that it is about
 */
record Key(Kind kind, String name) {
  /** What is outside of all groups. */
  static final Key OUTSIDE = new Key(Kind.GROUP, "");

  static final Key BATCH_TYPE = new Key(Kind.BATCH_TYPE, "");

  /** Kinds of parts. */
  enum Kind {
    /** A task or an entry of the index, with its separator. */
    BLOCK,
    /** A group with all that is in it. */
    GROUP,
    /** The audit comments of a group. */
    AUDIT,
    /** The line that gives the type of the batch. */
    BATCH_TYPE
  }

  static Key block(String id) {
    return new Key(Kind.BLOCK, id);
  }

  static Key audit(Key group) {
    return new Key(Kind.AUDIT, group.name);
  }
}
