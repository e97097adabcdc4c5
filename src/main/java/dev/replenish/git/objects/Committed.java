package dev.replenish.git.objects;

import java.util.List;

/**
 * A commit that is made and that its branch points to.
 *
 * @param id the 40 hex digits of the commit
 * @param notices what the user should know besides, one sentence each
 */
public record Committed(String id, List<String> notices) {
  public Committed {
    notices = List.copyOf(notices);
  }
}
