package dev.replenish.mcp;

import dev.replenish.app.board.Boards;
import dev.replenish.app.board.CallContext;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.settings.SettingKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rewrites refusals for agents, with tools and their arguments instead of commands. */
final class Refusals {
  private static final String LOOK = "Look with backlog_status.";

  /** What replaces a command or an option; all are applied in this order. */
  private static final Map<Pattern, String> REPLACEMENTS = replacements();

  /** A command or an option of Replenish that no tool replaces. */
  private static final Pattern UNTRANSLATABLE =
      Pattern.compile("'replenish [^']*'|(?<![\\w`-])--[a-z]|(?<!\\w)-C\\b");

  /** A command of Git or another program, which helps an agent that can run it. */
  private static final Pattern OTHER_PROGRAM = Pattern.compile("`[^`]*`|'git [^']*'");

  /** Where a text is split into sentences and clauses, each of which can be left out. */
  private static final Pattern CLAUSE = Pattern.compile("(?<=[.?!;]) |(?=, or )");

  private Refusals() {}

  private static Map<Pattern, String> replacements() {
    List<String[]> all =
        List.of(
            new String[] {" or with 'replenish [^']*'", ""},
            new String[] {"Go into a repository, .*", "Give cwd, a folder inside a repository."},
            new String[] {"Name an existing folder with -C\\.", "Give cwd an existing folder."},
            new String[] {"Run it in that folder with -C, .*", "Give cwd that folder."},
            new String[] {"Write the folder as Git has it: --board (.*)\\.", "Give board: $1."},
            new String[] {"Give a title, --type and --priority; .*", "Give type and priority."},
            new String[] {"'replenish list' shows all tasks; .*", "backlog_list shows all tasks."},
            new String[] {"'replenish list'", "backlog_list"},
            new String[] {"'replenish status'", "backlog_status"},
            new String[] {"'replenish plan'", "backlog_plan"},
            new String[] {"'replenish run'", "backlog_replenish"},
            new String[] {"'replenish add'", "backlog_add"},
            new String[] {"'replenish next'", "backlog_task"},
            new String[] {"'replenish show [^']*'", "backlog_task"},
            new String[] {
              "'replenish (?:start|block|done|reject|reopen|defer)\\b[^']*'", "backlog_set_status"
            });
    Map<Pattern, String> words = new LinkedHashMap<>();
    all.forEach(pair -> words.put(Pattern.compile(pair[0]), pair[1]));
    return words;
  }

  /**
   * The problem in terms of the tools.
   *
   * @param context the context of the refused call
   */
  static Problem forAgents(Problem problem, CallContext context) {
    boolean aboutBoards = problem.next().matches(".*(with --board|'replenish init').*");
    return new Problem(
        problem.code(),
        translated(problem.message()),
        problem.where(),
        problem.kept(),
        aboutBoards ? boards(context) : next(problem.next()));
  }

  /** The next step, without what only a user at a terminal can do. */
  static String next(String text) {
    String words = translated(text).strip();
    return words.isEmpty() ? LOOK : words;
  }

  private static String translated(String text) {
    String words = text;
    for (Map.Entry<Pattern, String> pair : REPLACEMENTS.entrySet()) {
      words = pair.getKey().matcher(words).replaceAll(pair.getValue());
    }
    if (!isUntranslatable(words)) {
      return words;
    }
    List<String> kept = new ArrayList<>(CLAUSE.splitAsStream(words).toList());
    kept.removeIf(Refusals::isUntranslatable);
    String rest = String.join(" ", kept).strip().replaceFirst("[;,]$", ".");
    return rest.isEmpty() || rest.endsWith(".") || rest.endsWith("?") ? rest : rest + ".";
  }

  private static boolean isUntranslatable(String words) {
    return UNTRANSLATABLE.matcher(OTHER_PROGRAM.matcher(words).replaceAll("")).find();
  }

  /** Lists the boards to choose from: those of the settings, else all of the repository. */
  private static String boards(CallContext context) {
    Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
    flags.putAll(context.flags());
    flags.remove(SettingKey.BOARD);
    try {
      List<String> boards = boards(context, flags);
      if (boards.isEmpty()) {
        flags.put(SettingKey.BOARD, "**");
        boards = boards(context, flags);
      }
      return "Give board; there are: " + BoardResolver.shown(boards) + ".";
    } catch (ProblemException none) {
      return "There is no board in this repository. Ask the user for one, or give another cwd.";
    }
  }

  private static List<String> boards(CallContext context, Map<SettingKey, String> flags) {
    return Boards.existing(new CallContext(context.dir(), context.env(), context.ref(), flags));
  }
}
