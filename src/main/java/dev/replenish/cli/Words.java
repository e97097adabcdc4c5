package dev.replenish.cli;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.read.Offers;
import dev.replenish.cli.command.Commands;
import dev.replenish.cli.option.ExitCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The words that can stand for a value, found by what the help calls it: {@code ID}, {@code TYPE},
 * {@code FILE}. Nothing is read before someone wants them.
 */
final class Words {
  private final Supplier<CallContext> context;
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private String others = "";
  private boolean ofBoards;

  /** Words of the boards that {@code context} is about. */
  Words(Supplier<CallContext> context) {
    this.context = context;
  }

  /** What each word that was found stands for; "" where nobody says. */
  Map<String, String> meanings() {
    return meanings;
  }

  /** Whether they are words of boards, such as ids, which may be told by their titles, too. */
  boolean ofBoards() {
    return ofBoards;
  }

  /**
   * What the shell can find better by itself: files, folders, branches, remotes; "" for nothing.
   */
  String others() {
    return others;
  }

  /** The words for a value with this label. */
  Iterable<String> of(String label) {
    return () -> found(label).iterator();
  }

  private Iterable<String> found(String label) {
    return switch (label) {
      case "ID" -> offered(Offers.Kind.TASK);
      case "ID...", "[ID...]" -> offered(Offers.Kind.OPEN_TASK);
      case "[COMMIT|ID]", "COMMIT" -> offered(Offers.Kind.COMMIT);
      case "TYPE" -> offered(Offers.Kind.TYPE);
      case "PRIORITY" -> List.of("critical", "high", "medium", "low");
      case "type:X,priority:Y" -> offered(Offers.Kind.GROUP);
      case "COMPONENT" -> offered(Offers.Kind.COMPONENT);
      case "PLAN" -> offered(Offers.Kind.PLAN);
      case "DIR|GLOB" -> offered(Offers.Kind.BOARD);
      case "DIR" -> theShell("folders");
      case "FILE", "PATH" -> theShell("files");
      case "BRANCH" -> theShell("branches");
      case "REMOTE" -> theShell("remotes");
      case "[COMMAND|" + ExitCodes.TOPIC + "]" -> topics();
      case "bash|zsh|fish" -> List.of("bash", "zsh", "fish");
      default -> List.of();
    };
  }

  private Iterable<String> offered(Offers.Kind kind) {
    Map<String, String> words = Offers.of(context.get(), kind);
    meanings.putAll(words);
    ofBoards = true;
    return words.keySet();
  }

  private Iterable<String> theShell(String finds) {
    others = finds;
    return List.of();
  }

  private Iterable<String> topics() {
    List<String> topics = new ArrayList<>();
    commands().forEach(topics::add);
    topics.add(ExitCodes.TOPIC);
    return topics;
  }

  /** The commands. */
  Iterable<String> commands() {
    for (Commands command : Commands.values()) {
      meanings.put(command.word(), command.summary());
    }
    return Commands.words();
  }
}
