package dev.replenish.cli.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes, before its name or behind it. */
public final class Globals {
  public static final String DIR = "-C";

  public final OptionSpec dir = Options.values(DIR, "DIR", "work as if started in DIR");
  public final OptionSpec board =
      Options.values(
          "--board",
          "DIR|GLOB",
          "the board to serve, or a pattern of several; else the one around the folder");
  public final OptionSpec ref =
      Options.value(
          "--ref", "BRANCH", "the branch to read and to commit to; else the checked-out one");
  public final OptionSpec json = Options.flag("--json", "print one JSON object on stdout");
  public final OptionSpec quiet = Options.flag("-q", "--quiet", "say nothing but errors");
  public final OptionSpec verbose =
      Options.flag("-v", "--verbose", "say more; with an error, where it comes from");
  final OptionSpec color =
      Options.oneOf(
          "--color", "WHEN", "colour the output: auto, always or never", "auto", "always", "never");
  final OptionSpec help =
      OptionSpec.builder("-h", "--help")
          .type(boolean.class)
          .arity("0")
          .usageHelp(true)
          .description("show help")
          .build();

  /** The options that every command has. */
  public List<OptionSpec> all() {
    return List.of(dir, board, ref, json, quiet, verbose, color, help);
  }
}
