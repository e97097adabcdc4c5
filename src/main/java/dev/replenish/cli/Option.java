package dev.replenish.cli;

import java.util.List;

/**
 * One option as data: for the parser, the help, the completion and the man page.
 *
 * @param name the long name, such as {@code --type}; for an option without one, the short name
 * @param alias the short name, such as {@code -n}; "" for none
 * @param value what its value is called, such as {@code TYPE}; "" for a switch without one
 * @param text what it does; a sentence without capital and full stop
 * @param words the values that it takes; empty where any will do
 * @param repeatable whether it may be given several times and each counts
 */
record Option(
    String name, String alias, String value, String text, List<String> words, boolean repeatable) {

  /** A switch. */
  static Option flag(String name, String alias, String text) {
    return new Option(name, alias, "", text, List.of(), false);
  }

  /** An option with a value; of several the last counts. */
  static Option value(String name, String value, String text) {
    return new Option(name, "", value, text, List.of(), false);
  }

  /** The same option, for one of {@code words} only. */
  Option oneOf(String... words) {
    return new Option(name, alias, value, text, List.of(words), repeatable);
  }

  /** The same option, to be given as often as one likes. */
  Option repeated() {
    return new Option(name, alias, value, text, words, true);
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  boolean isCalled(String word) {
    return word.equals(name) || (!alias.isEmpty() && word.equals(alias));
  }

  /** How help shows it: {@code -n, --dry-run} or {@code --type TYPE}. */
  String usage() {
    String names = alias.isEmpty() ? name : alias + ", " + name;
    return takesValue() ? names + " " + value : names;
  }
}
