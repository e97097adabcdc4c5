package dev.replenish.settings;

import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.TaskId;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.rules.Archiving;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.EffortScale;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting with its value and where it comes from, checked (docs/reference/settings.md). */
public final class Settings {

  private final SettingValues values;
  private final FileSettings files;

  /**
   * Resolves all settings, strongest place first.
   *
   * @param flags the flags of this call
   * @param env the environment
   * @param gitConfig the {@code replenish} section of Git's configuration, the strongest last
   * @param file the same section of the versioned file
   * @throws dev.replenish.board.ProblemException if a key is unknown or a value out of range
   */
  public Settings(
      Map<SettingKey, String> flags,
      Map<String, String> env,
      List<ConfigEntry> gitConfig,
      List<ConfigEntry> file) {
    values = new SettingValues(flags, env, gitConfig, file);
    files = new FileSettings(values);
    policy(BatchFilter.NONE);
    overridesHouseRules();
    lockTimeout();
    if (isSet(SettingKey.ADD_TYPE) || isSet(SettingKey.ADD_PRIORITY)) {
      addPlace();
    }
    templates();
    effort();
    statusAliases();
    files();
    files.requireDifferent();
  }

  /** One setting. */
  public Setting get(SettingKey key) {
    return values.get(key);
  }

  /** All settings in the order of {@link SettingKey}. */
  public List<Setting> all() {
    return values.all();
  }

  /** Whether any place sets {@code key}. */
  public boolean isSet(SettingKey key) {
    return values.isSet(key);
  }

  /** The names of a board's files. */
  public FileNames files() {
    return files.names();
  }

  /** When finished tasks are archived automatically. */
  public Archiving archiving() {
    return files.archiving();
  }

  /**
   * The boards that are set; empty if they must be searched for. A comma in the name of a folder is
   * written {@code \,}.
   */
  public List<String> boards() {
    String value = get(SettingKey.BOARD).value();
    List<String> boards = new ArrayList<>();
    StringBuilder board = new StringBuilder();
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == ',') {
        if (!board.toString().isBlank()) {
          boards.add(board.toString().strip());
        }
        board.setLength(0);
      } else {
        i += value.startsWith("\\,", i) ? 1 : 0;
        board.append(value.charAt(i));
      }
    }
    return boards;
  }

  /** The rules for choosing a batch, for one request. */
  public Policy policy(BatchFilter narrowing) {
    return new Policy(
        batchSize(),
        values.indexOf(SettingKey.SELECT, "priority", "listed") == 0
            ? SelectionRule.PRIORITY
            : SelectionRule.LISTED,
        values.indexOf(SettingKey.ON_INCOMPLETE, "skip", "stop") == 1,
        required(),
        values.indexOf(SettingKey.DEPENDENCIES, "hold", "ignore", "true", "false") % 2 == 0,
        values.indexOf(
                    SettingKey.AUDIT_COMMENT, "true", "false", "yes", "no", "on", "off", "1", "0")
                % 2
            == 0,
        narrowing,
        Policy.NO_DAY);
  }

  /** The rules on {@code board}: without markers, fields are required only if that is set. */
  public Policy policy(BatchFilter narrowing, Board board) {
    Policy policy = policy(narrowing);
    boolean asked = board.backlog().marked() || isSet(SettingKey.REQUIRE);
    return asked ? policy : policy.requiring(Set.of());
  }

  /** The path of the file with days off, if any. */
  public Optional<String> holidays() {
    String path = get(SettingKey.HOLIDAYS).value();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (!BoardFileName.isInside(path)) {
      throw values.wrong(SettingKey.HOLIDAYS, "the path of a file inside the repository");
    }
    return Optional.of(path);
  }

  /** Whether the rules that the files state about work on them may be ignored. */
  public boolean overridesHouseRules() {
    return values.indexOf(SettingKey.HOUSE_RULES, "follow", "override") == 1;
  }

  private int batchSize() {
    String value = get(SettingKey.BATCH_SIZE).value();
    if (value.length() == 1
        && value.charAt(0) >= '1'
        && value.charAt(0) <= '0' + Policy.MAX_BATCH) {
      return value.charAt(0) - '0';
    }
    throw values.wrong(SettingKey.BATCH_SIZE, "a number from 1 to " + Policy.MAX_BATCH);
  }

  /** The words of a team for statuses. */
  public StatusAliases statusAliases() {
    if (!isSet(SettingKey.STATUS_WORDS)) {
      return StatusAliases.NONE;
    }
    return StatusAliases.parse(get(SettingKey.STATUS_WORDS).value())
        .orElseThrow(
            () -> values.wrong(SettingKey.STATUS_WORDS, "words such as in-review=in-progress"));
  }

  /** The default assignee, as set by {@code git config replenish.assignee}. */
  public Optional<String> assignee() {
    return Optional.of(get(SettingKey.ASSIGNEE).value().strip()).filter(name -> !name.isEmpty());
  }

  /** The scale that converts estimates on {@code board} to hours. */
  public EffortScale effort(Board board) {
    return effort().explainedIn(board.backlog());
  }

  /** The scale that is set. Defaults are not parsed: most runs don't use estimates. */
  private EffortScale effort() {
    if (!isSet(SettingKey.HOURS_PER_DAY) && !isSet(SettingKey.EFFORT_SCALE)) {
      return EffortScale.DEFAULT;
    }
    String hours = get(SettingKey.HOURS_PER_DAY).value();
    if (EffortScale.parse(hours, "").isEmpty()) {
      throw values.wrong(SettingKey.HOURS_PER_DAY, "a number of hours, at most 24");
    }
    return EffortScale.parse(hours, get(SettingKey.EFFORT_SCALE).value())
        .orElseThrow(
            () -> values.wrong(SettingKey.EFFORT_SCALE, "sizes and amounts such as S=2h M=1d"));
  }

  /** How long to wait for a lock of another process. */
  public Duration lockTimeout() {
    String value = get(SettingKey.LOCK_TIMEOUT).value();
    boolean number = !value.isEmpty() && value.length() <= 4;
    for (int i = 0; i < value.length(); i++) {
      number &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    if (!number) {
      throw values.wrong(SettingKey.LOCK_TIMEOUT, "a number of seconds from 0 to 9999");
    }
    return Duration.ofSeconds(Integer.parseInt(value));
  }

  /** Where a new task goes if the call does not say. */
  public AddPlace addPlace() {
    String priority = get(SettingKey.ADD_PRIORITY).value();
    String type = get(SettingKey.ADD_TYPE).value();
    if (!priority.isEmpty() && Priority.parse(priority).isEmpty()) {
      throw values.wrong(SettingKey.ADD_PRIORITY, "critical, high, medium or low");
    }
    if (!type.isEmpty() && !TaskId.isSafeWord(type)) {
      throw values.wrong(SettingKey.ADD_TYPE, "one word without brackets");
    }
    return new AddPlace(
        Optional.of(get(SettingKey.ADD_UNDER).value()).filter(words -> !words.isBlank()),
        Optional.of(type.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()),
        Priority.parse(priority));
  }

  /** The path of the file that a new task of {@code type} begins with, if any. */
  public Optional<String> template(Optional<String> type) {
    Map<String, String> templates = templates();
    String own = type.map(word -> templates.get(word.toLowerCase(Locale.ROOT))).orElse(null);
    return Optional.ofNullable(own).or(() -> Optional.ofNullable(templates.get("")));
  }

  /** The paths by type; the path for all other types has the type "". */
  private Map<String, String> templates() {
    Map<String, String> templates = new HashMap<>();
    for (String entry : get(SettingKey.TEMPLATE).value().split(",", -1)) {
      int equals = entry.indexOf('=');
      String type = entry.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
      String path = entry.substring(equals + 1).strip();
      boolean named = equals < 0 || TaskId.isSafeWord(type);
      if (!entry.isBlank() && !(named && BoardFileName.isInside(path))) {
        throw values.wrong(
            SettingKey.TEMPLATE, "paths of files inside the repository, such as bug=bug.md");
      }
      if (!entry.isBlank()) {
        templates.put(type, path);
      }
    }
    return templates;
  }

  private Set<FieldName> required() {
    Optional<Set<FieldName>> fields = RequiredFields.parsed(get(SettingKey.REQUIRE).value());
    if (fields.isEmpty()) {
      throw values.wrong(SettingKey.REQUIRE, RequiredFields.EXPECTED);
    }
    return fields.get();
  }
}
