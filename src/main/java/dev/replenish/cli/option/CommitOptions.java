package dev.replenish.cli.option;

import dev.replenish.app.CommitRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command that commits. */
public final class CommitOptions {
  final OptionSpec dryRun =
      Options.flag("-n", "--dry-run", "show what would be done, and write nothing");
  final OptionSpec date = date();
  final OptionSpec key =
      Options.value("--key", "KEY", "an idempotency key, recorded in the commit");
  final OptionSpec author = Options.value("--author", "AUTHOR", "the author, as 'Name <mail>'");
  final OptionSpec noSign = Options.flag("--no-gpg-sign", "don't sign the commit");
  public final OptionSpec push =
      Options.flag("--push", "commit to the remote branch by a push, never forced");
  final OptionSpec remote =
      Options.value(
          "--remote", "REMOTE", "the remote to push to; default: the branch's own, or origin");
  final OptionSpec prBranch =
      Options.value("--pr-branch", "BRANCH", "push to this branch, for a pull request");

  /** Also for commands that write nothing: the date influences the choice of tasks. */
  public static OptionSpec date() {
    return Options.value("--date", "DATE", "the author date, in any form that Git reads");
  }

  public List<OptionSpec> all() {
    return List.of(dryRun, date, key, author, noSign, push, remote, prBranch);
  }

  /** The options of a dry run to repeat when its plan is carried out. */
  public List<OptionSpec> carried() {
    return List.of(date, key, author, noSign, push, remote, prBranch);
  }

  public boolean isDryRun() {
    return Options.has(dryRun);
  }

  /** The request for the commit. */
  public CommitRequest read() {
    return new CommitRequest(
        isDryRun(),
        Options.value(key),
        Options.value(date),
        Options.value(author),
        !Options.has(noSign),
        push());
  }

  /** {@code --pr-branch} implies {@code --push}; {@code --remote} alone is refused. */
  private Optional<CommitRequest.Push> push() {
    boolean pushes = Options.has(push) || Options.has(prBranch);
    if (!pushes && Options.has(remote)) {
      throw Usage.wrong("--remote needs --push", "Add --push, or omit --remote.");
    }
    return pushes
        ? Optional.of(new CommitRequest.Push(Options.value(remote), Options.value(prBranch)))
        : Optional.empty();
  }
}
