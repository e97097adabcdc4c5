package dev.replenish.cli;

import dev.replenish.app.Committing;
import dev.replenish.app.Push;
import java.util.List;
import java.util.Optional;

/** The options of every command that commits. */
final class CommitOptions {
  static final Option DRY_RUN =
      Option.flag("--dry-run", "-n", "show what would be done; write nothing");
  static final Option DATE =
      Option.value("--date", "DATE", "the author date, in any form that Git reads");
  static final Option KEY =
      Option.value("--key", "KEY", "a key of yours, kept in the commit as Replenish-Key");
  static final Option AUTHOR = Option.value("--author", "AUTHOR", "the author, as 'Name <mail>'");
  static final Option NO_SIGN =
      Option.flag("--no-gpg-sign", "", "don't sign, whatever the configuration says");

  /** A constant of the compiler's: asking for it loads nothing. */
  static final String GITHUB_NAME = "--github";

  /** Also of commands that don't commit: who is told in a workflow. */
  static final Option GITHUB =
      Option.flag(
          GITHUB_NAME,
          "",
          "speak GitHub Actions: annotations, outputs, a job summary; by itself in a workflow");

  static final Option PUSH =
      Option.flag("--push", "", "commit on the remote's branch, by a push that is never forced");
  static final Option REMOTE =
      Option.value("--remote", "NAME", "push to this remote; else to the branch's own, or origin");
  static final Option PR_BRANCH =
      Option.value("--pr-branch", "NAME", "push to this branch, to be merged from there");

  /** Those about a push. */
  static final List<Option> PUSHING = List.of(PUSH, REMOTE, PR_BRANCH);

  /** What a dry run was given for the commit that is made when its plan is carried out. */
  static final List<Option> CARRIED = List.of(KEY, AUTHOR, NO_SIGN, PUSH, REMOTE, PR_BRANCH);

  /** All of them. */
  static final List<Option> ALL =
      List.of(DRY_RUN, DATE, KEY, AUTHOR, NO_SIGN, PUSH, REMOTE, PR_BRANCH);

  private CommitOptions() {}

  /** How the call wants its commit. */
  static Committing read(Args args) {
    return read(args, args.has(DRY_RUN));
  }

  /** The same for a command that knows by itself whether anything may be written. */
  static Committing read(Args args, boolean dryRun) {
    return new Committing(
        dryRun,
        args.value(KEY),
        args.value(DATE),
        args.value(AUTHOR),
        !args.has(NO_SIGN),
        push(args));
  }

  /** A branch for a proposal can only be pushed to; a remote alone says nothing. */
  private static Optional<Push> push(Args args) {
    boolean push = args.has(PUSH) || args.has(PR_BRANCH);
    if (!push && args.has(REMOTE)) {
      throw Usage.wrong("--remote needs --push", "Add --push, or leave --remote away.");
    }
    return push
        ? Optional.of(new Push(args.value(REMOTE), args.value(PR_BRANCH)))
        : Optional.empty();
  }
}
