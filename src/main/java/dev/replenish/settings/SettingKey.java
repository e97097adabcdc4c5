package dev.replenish.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings (docs/reference/settings.md). */
public enum SettingKey {
  BOARD("board", "", "folders or patterns of boards, separated by commas"),
  BACKLOG("backlog", "BACKLOG.md", "name of the backlog"),
  TODO("todo", "TODO.md", "name of the file with the active tasks"),
  ARCHIVE("archive", "auto", "'auto' (if there is an archive), 'always' or 'never'"),
  ARCHIVE_FILE("archiveFile", "ARCHIVE.md", "name of the archive"),
  INDEX("index", "TASK_INDEX.md", "name of the index"),
  BATCH_SIZE("batchSize", "5", "active tasks that TODO.md may hold, 1 to 5"),
  SELECT("select", "priority", "'priority' or 'listed'"),
  ON_INCOMPLETE("onIncomplete", "skip", "'skip' or 'stop' at a task that is not ready"),
  REQUIRE("require", "plan,effort,documentation", "required fields, or 'none'"),
  DEPENDENCIES(
      "dependencies",
      "hold",
      "'hold' back tasks with unfinished dependencies, or 'ignore' dependencies"),
  HOUSE_RULES(
      "houseRules",
      "follow",
      "'follow' what the files say about commits and batches, or 'override' it"),
  AUDIT_COMMENT("auditComment", "true", "whether a comment in the backlog records what was moved"),
  AUDIT_ACCEPT("auditAccept", "", "'COMMIT[:ID] reason' for each intended loss, one per line"),
  ADD_TYPE("addType", "", "type of a new task if none is given"),
  ADD_PRIORITY("addPriority", "", "priority of a new task if none is given"),
  ADD_UNDER("addUnder", "", "heading for a new task in a backlog without markers"),
  TEMPLATE("template", "", "files that new tasks begin with: tasks/task.md,bug=tasks/bug.md"),
  STATUS_WORDS("statusWords", "", "a team's words for statuses, such as in-review=in-progress"),
  ASSIGNEE("assignee", "", "default assignee for 'start' and 'next'"),
  HOURS_PER_DAY("hoursPerDay", "8", "hours of work in a day of an estimate"),
  EFFORT_SCALE("effortScale", "", "what sizes mean, such as S=2h M=1d L=3d XL=1w"),
  HOLIDAYS("holidays", "", "file of the repository with days off, for forecasts"),
  LOCK_TIMEOUT("lockTimeout", "10", "seconds to wait for a lock of another process");

  private static final String LOCK_TIMEOUT_OF_JOBS = "30";

  private final String word;
  private final String initial;
  private final String meaning;

  SettingKey(String word, String initial, String meaning) {
    this.word = word;
    this.initial = initial;
    this.meaning = meaning;
  }

  /** The key as Git's configuration writes it, such as {@code batchSize}. */
  public String word() {
    return word;
  }

  /** The default value; empty for {@link #BOARD}, which is searched for. */
  public String initial() {
    return initial;
  }

  /** The default value in this environment: no user waits for a job of GitHub Actions. */
  String initial(Map<String, String> env) {
    boolean job = "true".equals(env.get("GITHUB_ACTIONS"));
    return this == LOCK_TIMEOUT && job ? LOCK_TIMEOUT_OF_JOBS : initial;
  }

  /** What the setting means. */
  public String meaning() {
    return meaning;
  }

  /** The environment variable, such as {@code REPLENISH_BATCH_SIZE}. */
  public String variable() {
    return "REPLENISH_" + name();
  }

  /** The variable without underscores between words, such as {@code REPLENISH_BATCHSIZE}. */
  public String plainVariable() {
    return "REPLENISH_" + word.toUpperCase(Locale.ROOT);
  }

  /** The key that {@code word} names, in any case. */
  public static Optional<SettingKey> of(String word) {
    for (SettingKey key : values()) {
      if (key.word.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
