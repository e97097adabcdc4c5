package dev.replenish.git.remote;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where a commit for a remote's branch begins.
 *
 * @param on the commit whose files are changed
 * @param expected what the branch points to over there; the zero id where there is none
 * @param parents the parents of the commit to be; the branch's old commit is among or below them
 * @param notices what the user should know of the branch
 */
record PushBase(ObjectId on, ObjectId expected, List<ObjectId> parents, List<String> notices) {

  /** On the branch's own tip. */
  static PushBase on(ObjectId tip) {
    return new PushBase(tip, tip, List.of(tip), List.of());
  }

  /** On another commit than that of the branch, which is below it, or which there is none of. */
  static PushBase on(ObjectId tip, ObjectId expected) {
    return new PushBase(tip, expected, List.of(tip), List.of());
  }
}
