package dev.replenish.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.NoView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish completion}: a script that makes a shell complete. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final PositionalParamSpec shell = Options.operand(String.join("|", SHELLS));

  @Override
  public String description() {
    return "Prints a script with which the shell completes commands, options, and ids, types, "
        + "groups and commits of the board.";
  }

  @Override
  public PositionalParamSpec operand() {
    return shell;
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
  public NoView view() {
    return new NoView(Commands.COMPLETION.word());
  }

  @Override
  public int run(Call call) {
    String next = "Say 'replenish completion bash', zsh or fish.";
    String name = Options.value(shell).orElseThrow(() -> Usage.wrong("no shell is named", next));
    if (!SHELLS.contains(name)) {
      throw Usage.unknown(
          "there is no script for '" + name + "'", name, SHELLS, "There are bash, zsh and fish.");
    }
    return call.report().print(script(name));
  }

  private static String script(String shell) {
    String name = "completion." + shell;
    try (InputStream in = CompletionCommand.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
