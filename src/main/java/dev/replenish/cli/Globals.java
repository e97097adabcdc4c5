package dev.replenish.cli;

import java.util.List;

/** The options that every command takes, before its name or behind it. */
final class Globals {
  static final Option DIR = Option.value("-C", "DIR", "work as if started in DIR").repeated();
  static final Option BOARD =
      Option.value(
              "--board",
              "DIR|GLOB",
              "the board to serve, or a pattern of several; else the one around the folder")
          .repeated();
  static final Option REF =
      Option.value(
          "--ref", "BRANCH", "the branch to read and to commit to; else the checked-out one");
  static final Option JSON = Option.flag("--json", "", "print one JSON object on stdout");
  static final Option QUIET = Option.flag("--quiet", "-q", "say nothing but errors");
  static final Option VERBOSE =
      Option.flag("--verbose", "-v", "say more; with an error, where it comes from");
  static final Option COLOR =
      Option.value("--color", "WHEN", "colour the output: auto, always or never")
          .oneOf("auto", "always", "never");
  static final Option HELP = Option.flag("--help", "-h", "show help");

  static final List<Option> ALL = List.of(DIR, BOARD, REF, JSON, QUIET, VERBOSE, COLOR, HELP);

  private Globals() {}
}
