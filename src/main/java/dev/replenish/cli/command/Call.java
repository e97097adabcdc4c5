package dev.replenish.cli.command;

import dev.replenish.app.board.CallContext;
import dev.replenish.board.FolderName;
import dev.replenish.cli.option.Env;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Styles;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.Report;
import dev.replenish.settings.SettingKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * One call of a command.
 *
 * @param globals the options of every command
 * @param env the environment of the call
 * @param report where the result goes
 */
public record Call(Globals globals, Env env, Report report) {

  /** Help in the width and colours of stdout. */
  HelpPages help() {
    return HelpPages.of(Styles.of(globals, env));
  }

  /** The context that every use case receives. */
  public CallContext context() {
    return context(Map.of());
  }

  /** The context with settings from the command's own options. */
  CallContext context(Map<SettingKey, String> settings) {
    Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
    flags.putAll(settings);
    if (Options.has(globals.board)) {
      StringBuilder boards = new StringBuilder();
      for (String board : Options.all(globals.board)) {
        boards.append(boards.length() == 0 ? "" : ",").append(board.replace(",", "\\,"));
      }
      flags.put(SettingKey.BOARD, boards.toString());
    }
    return new CallContext(dir(), env.vars(), Options.value(globals.ref), flags);
  }

  /** The folder to work from: each {@code -C} is relative to the one before. */
  Path dir() {
    Path dir = env.dir();
    for (String step : Options.all(globals.dir)) {
      try {
        dir = dir.resolve(step);
      } catch (InvalidPathException e) {
        throw noFolder("-C can't be '" + step + "'", step, "Name a folder.");
      }
      if (!Files.isDirectory(dir)) {
        String what = "there is no folder '" + step + "'";
        throw noFolder(what, dir.toString(), "Name one that exists with -C.");
      }
    }
    return dir;
  }

  private static RuntimeException noFolder(String what, String name, String next) {
    return Usage.wrong(what, FolderName.advice(name, next));
  }
}
