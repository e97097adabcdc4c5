package dev.replenish.git.objects;

import java.util.List;

/**
 * A commit that its branch now points to.
 *
 * @param id the 40 hex digits of the commit
 * @param notices what else the user should know, one sentence each
 */
public record Committed(String id, List<String> notices) {
  public Committed {
    notices = List.copyOf(notices);
  }
}
