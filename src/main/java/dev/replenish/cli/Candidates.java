package dev.replenish.cli;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.read.CompletionWords;
import dev.replenish.cli.command.Commands;
import dev.replenish.cli.option.ExitCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The candidates for completing a value, by its label in the help: {@code ID}, {@code TYPE}, {@code
 * FILE}. Boards are read only when candidates are needed.
 */
final class Candidates {
  private final Supplier<CallContext> context;
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private String leftToShell = "";
  private boolean areFromBoards;

  /** Candidates of the boards of {@code context}. */
  Candidates(Supplier<CallContext> context) {
    this.context = context;
  }

  /** The meaning of each word that was found; "" if it has none. */
  Map<String, String> meanings() {
    return meanings;
  }

  /** Whether the words are from boards, such as ids, which their titles find as well. */
  boolean areFromBoards() {
    return areFromBoards;
  }

  /**
   * What the shell should complete by itself: files, folders, branches, remotes; "" for nothing.
   */
  String leftToShell() {
    return leftToShell;
  }

  /** The words for a value with this label. */
  Iterable<String> of(String label) {
    return () -> found(label).iterator();
  }

  private Iterable<String> found(String label) {
    return switch (label) {
      case "ID" -> offered(CompletionWords.Kind.TASK);
      case "ID...", "[ID...]" -> offered(CompletionWords.Kind.OPEN_TASK);
      case "[COMMIT|ID]", "COMMIT" -> offered(CompletionWords.Kind.COMMIT);
      case "TYPE" -> offered(CompletionWords.Kind.TYPE);
      case "PRIORITY" -> List.of("critical", "high", "medium", "low");
      case "type:X,priority:Y" -> offered(CompletionWords.Kind.GROUP);
      case "COMPONENT" -> offered(CompletionWords.Kind.COMPONENT);
      case "PLAN" -> offered(CompletionWords.Kind.PLAN);
      case "DIR|GLOB" -> offered(CompletionWords.Kind.BOARD);
      case "DIR" -> leaveToShell("folders");
      case "FILE", "PATH" -> leaveToShell("files");
      case "BRANCH" -> leaveToShell("branches");
      case "REMOTE" -> leaveToShell("remotes");
      case "[COMMAND|" + ExitCodes.TOPIC + "]" -> topics();
      case "bash|zsh|fish" -> List.of("bash", "zsh", "fish");
      default -> List.of();
    };
  }

  private Iterable<String> offered(CompletionWords.Kind kind) {
    Map<String, String> words = CompletionWords.of(context.get(), kind);
    meanings.putAll(words);
    areFromBoards = true;
    return words.keySet();
  }

  private Iterable<String> leaveToShell(String finds) {
    leftToShell = finds;
    return List.of();
  }

  private Iterable<String> topics() {
    List<String> topics = new ArrayList<>();
    commands().forEach(topics::add);
    topics.add(ExitCodes.TOPIC);
    return topics;
  }

  /** The names of the commands. */
  Iterable<String> commands() {
    for (Commands command : Commands.values()) {
      meanings.put(command.word(), command.summary());
    }
    return Commands.words();
  }
}
