package dev.replenish.merge;

/**
 * The name of a part of a file, the same in all versions.
 *
 * @param kind the kind of the part
 * @param name the id of a task or entry; the name of a group, or of the group that comments belong
 *     to
 */
record Key(Kind kind, String name) {
  /** The part of a file outside of all groups. */
  static final Key OUTSIDE = new Key(Kind.GROUP, "");

  static final Key BATCH_TYPE = new Key(Kind.BATCH_TYPE, "");

  /** Kinds of parts. */
  enum Kind {
    /** A task or an entry of the index, with its separator. */
    BLOCK,
    /** A group with everything in it. */
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
