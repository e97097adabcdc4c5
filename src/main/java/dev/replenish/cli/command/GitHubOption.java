package dev.replenish.cli.command;

import picocli.CommandLine.Model.OptionSpec;

/** The option of commands that a workflow calls. */
public final class GitHubOption {
  public static final String NAME = "--github";

  private GitHubOption() {}

  static OptionSpec create() {
    return Options.flag(
        NAME, "speak GitHub Actions: annotations, outputs, a job summary; by itself in a workflow");
  }
}
