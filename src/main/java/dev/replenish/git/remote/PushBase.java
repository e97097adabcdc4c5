package dev.replenish.git.remote;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a commit for a remote's branch is based on.
 *
 * @param on the commit whose files are changed
 * @param expected the commit that the remote branch points to; the zero id if there is none
 * @param parents the parents of the new commit; the branch's old commit is one or an ancestor of
 *     one
 * @param notices what the user should know about the branch
 */
record PushBase(ObjectId on, ObjectId expected, List<ObjectId> parents, List<String> notices) {

  /** Based on the branch's own tip. */
  static PushBase on(ObjectId tip) {
    return new PushBase(tip, tip, List.of(tip), List.of());
  }

  /** Based on a descendant of the branch's commit, or on any commit if there is no such branch. */
  static PushBase on(ObjectId tip, ObjectId expected) {
    return new PushBase(tip, expected, List.of(tip), List.of());
  }
}
