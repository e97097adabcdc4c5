package dev.replenish.mcp;

import dev.replenish.app.board.CallContext;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Repositories with a board, and servers on them. */
final class BoardFixture {
  private BoardFixture() {}

  /** A repository whose backlog holds {@code count} ready tasks in groups of three. */
  static GitSandbox withTasks(Path tmp, int count) {
    GitSandbox git = GitSandbox.create(tmp);
    return commit(git, "", count);
  }

  static GitSandbox commit(GitSandbox git, String dir, int count) {
    StringBuilder text = new StringBuilder("# Backlog\n");
    for (int i = 1; i <= count; i++) {
      boolean first = i % 3 == 1;
      String type = i % 2 == 0 && count < 4 ? "dev" : i <= 6 ? "dev" : "docs";
      text.append(first ? "\n## group_begin [type:" + type + "][priority:high]\n\n" : "");
      text.append(task("T-" + i, type, "Make cup number " + i));
      text.append(i % 3 == 0 || i == count ? "## group_end\n" : "");
    }
    git.write(dir + "BACKLOG.md", text.toString()).commitAll("plan");
    return git;
  }

  static String task(String id, String type, String title) {
    return """
    ## task_begin
    ### # [id:%s][type:%s][priority:high] %s

    **Status:** todo
    **Estimated Effort:** 2 days
    **Plan:**
    1. Boil
    2. Pour
    3. Drink
    **Relevant Documentation:** docs/tea.md
    ## task_end

    ---

    """
        .formatted(id, type, title);
  }

  static CallContext context(GitSandbox git) {
    return context(git, git.root());
  }

  static CallContext context(GitSandbox git, Path dir) {
    return new CallContext(dir, git.env(), Optional.empty(), Map.of());
  }
}
