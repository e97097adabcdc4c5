package dev.replenish.git;

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
record Start(ObjectId on, ObjectId expected, List<ObjectId> parents, List<String> notices) {

  /** On the branch's own tip. */
  static Start on(ObjectId tip) {
    return new Start(tip, tip, List.of(tip), List.of());
  }

  /** On another commit than that of the branch, which is below it, or which there is none of. */
  static Start on(ObjectId tip, ObjectId expected) {
    return new Start(tip, expected, List.of(tip), List.of());
  }
}
