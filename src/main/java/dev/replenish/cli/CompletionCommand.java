package dev.replenish.cli;

import dev.replenish.report.NoView;
import java.util.List;

/** {@code replenish completion}: a script that makes a shell know the commands. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "print a completion script for bash, zsh or fish";
  }

  @Override
  public String description() {
    return "Prints a script that makes the shell complete commands, options and their values.";
  }

  @Override
  public String operands() {
    return "bash|zsh|fish";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("In ~/.bashrc", "source <(replenish completion bash)"),
        new Example(
            "For zsh, in a folder of $fpath", "replenish completion zsh > ~/.zfunc/_replenish"),
        new Example(
            "For fish", "replenish completion fish > ~/.config/fish/completions/replenish.fish"));
  }

  @Override
  public NoView view(Args args) {
    return new NoView(name());
  }

  @Override
  public int run(Call call) {
    if (call.args().operands().isEmpty()) {
      throw Usage.wrong("no shell is named", "Say 'replenish completion bash', zsh or fish.");
    }
    String shell = call.args().operands().get(0);
    return call.report()
        .print(
            switch (shell) {
              case "bash" -> BashCompletion.script();
              case "zsh" -> ZshCompletion.script();
              case "fish" -> FishCompletion.script();
              default ->
                  throw Usage.unknown(
                      "there is no script for '" + shell + "'",
                      shell,
                      SHELLS,
                      "There are bash, zsh and fish.");
            });
  }
}
