package dev.replenish.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for {@code gh}: it keeps pull requests in files and records each call with its
 * arguments. It accepts exactly the calls that the action makes.
 */
final class FakeGh {
  private static final String SCRIPT =
      """
      pulls=%s
      printf '%%s\\0' "$GH_TOKEN" "$@" $'\\n' >>"$pulls/calls"
      if [[ -e $pulls/refuses ]]; then
        cat "$pulls/refuses" >&2
        exit 1
      fi
      case "$1 $2" in
        'pr list')
          [[ "${*:7}" == "--state all --limit 100 --json url,state,headRefOid,isCrossRepository --jq \
      .[] | select(.isCrossRepository | not) | [.state, .headRefOid, .url] | @tsv" ]] || exit 64
          cat "$pulls/listed"
          ;;
        'pr create')
          cp "${10}" "$pulls/body"
          printf 'OPEN\\t%%s\\thttps://github.example/team/tea/pull/7\\n' \\
            "$(git ls-remote origin "refs/heads/$4" | cut -f 1)" >"$pulls/listed"
          echo 'https://github.example/team/tea/pull/7'
          ;;
        'pr view') cat "$pulls/body" ;;
        'pr edit') cp "$5" "$pulls/body.new" && mv "$pulls/body.new" "$pulls/body" ;;
        *) exit 64 ;;
      esac
      """;

  private final Path pulls;

  /** A GitHub without pull requests, installed on this machine. */
  FakeGh(Runner runner) {
    pulls = runner.folder("pulls");
    write("listed", "");
    installOn(runner);
  }

  /** Installs this on the machine, before any other {@code gh}. */
  FakeGh installOn(Runner runner) {
    runner.program("gh", SCRIPT.formatted("'" + pulls + "'"));
    return this;
  }

  /** Makes each further call fail with this message; "" ends that. */
  FakeGh refuse(String message) {
    return message.isEmpty() ? delete("refuses") : write("refuses", message);
  }

  /** Sets the one pull request that gh lists. */
  FakeGh pull(String state, String commit) {
    return write("listed", state + "\t" + commit + "\thttps://github.example/team/tea/pull/7\n");
  }

  /** Changes the text of the pull request, as a user would. */
  FakeGh body(String text) {
    return write("body", text);
  }

  /** The text of the pull request. */
  String body() {
    return StepFile.text(pulls.resolve("body"));
  }

  /** The calls since the last time, each with its token and its arguments. */
  List<List<String>> calls() {
    Path file = pulls.resolve("calls");
    if (!Files.exists(file)) {
      return List.of();
    }
    List<List<String>> calls = new ArrayList<>();
    for (String call : StepFile.text(file).split("\0\n\0")) {
      calls.add(List.of(call.split("\0")));
    }
    delete("calls");
    return calls;
  }

  /** The subcommands of these calls: {@code list}, {@code create} and so on. */
  List<String> verbs() {
    return calls().stream().map(call -> call.get(2)).toList();
  }

  private FakeGh write(String file, String text) {
    try {
      Files.writeString(pulls.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FakeGh delete(String file) {
    try {
      Files.deleteIfExists(pulls.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
