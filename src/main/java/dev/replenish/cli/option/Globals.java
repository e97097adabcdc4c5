package dev.replenish.cli.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command takes, before or after its name. */
public final class Globals {
  public static final String DIR = "-C";

  public final OptionSpec dir = Options.values(DIR, "DIR", "run as if started in DIR");
  public final OptionSpec board =
      Options.values(
          "--board",
          "DIR|GLOB",
          "the board's folder, or a pattern of several; default: found from the current folder");
  public final OptionSpec ref =
      Options.value(
          "--ref", "BRANCH", "the branch to read and commit to; default: the checked-out one");
  public final OptionSpec json = Options.flag("--json", "print one JSON object on stdout");
  public final OptionSpec quiet = Options.flag("-q", "--quiet", "print only errors");
  public final OptionSpec verbose =
      Options.flag("-v", "--verbose", "print more details, and the stack trace of an error");
  final OptionSpec color =
      Options.oneOf(
          "--color",
          "WHEN",
          "colour the output: auto, always or never",
          List.of("auto", "always", "never"));
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
