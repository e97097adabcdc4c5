package dev.replenish.cli;

import java.util.List;

/** Finds the command among the words of a call: options of every command may come before it. */
final class TopLevel {
  private TopLevel() {}

  /**
   * Where the command's name stands; -1 where there is none.
   *
   * @throws dev.replenish.board.Refusal where an option before it is not one of every command
   */
  static int command(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-") || word.equals("-")) {
        return i;
      }
      if (takesNext(word)) {
        i++;
      }
    }
    return -1;
  }

  static boolean asksForVersion(List<String> words, int command) {
    List<String> before = command < 0 ? words : words.subList(0, command);
    return before.contains(Help.VERSION.name()) || before.contains(Help.VERSION.alias());
  }

  static boolean asksForHelp(List<String> words) {
    return words.contains(Globals.HELP.name()) || words.contains(Globals.HELP.alias());
  }

  /** Whether the word after {@code word} is its value. */
  private static boolean takesNext(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    for (Option option : Globals.ALL) {
      if (option.isCalled(name)) {
        return option.takesValue() && equals < 0;
      }
    }
    if (Help.VERSION.isCalled(word) || (!word.startsWith("--") && isCluster(word))) {
      return word.endsWith(Globals.DIR.name().substring(1));
    }
    List<String> known = new java.util.ArrayList<>();
    Globals.ALL.forEach(option -> known.add(option.name()));
    known.add(Help.VERSION.name());
    throw Usage.unknown(
        "'" + name + "' is no option of every command",
        name,
        known,
        "Put it behind the command; see 'replenish --help'.");
  }

  /** Several short options in one word, such as {@code -qv} or {@code -Cdir}. */
  private static boolean isCluster(String word) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      if (name.equals(Globals.DIR.name())) {
        return true;
      }
      boolean known = false;
      for (Option option : Globals.ALL) {
        known |= option.isCalled(name);
      }
      if (!known) {
        return false;
      }
    }
    return true;
  }
}
