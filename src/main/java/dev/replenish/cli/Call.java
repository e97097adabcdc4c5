package dev.replenish.cli;

import dev.replenish.app.Context;
import dev.replenish.app.Key;
import dev.replenish.board.FolderName;
import dev.replenish.report.Report;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * One call of a command.
 *
 * @param args what was given
 * @param env the world
 * @param report where the result goes
 */
record Call(Args args, Env env, Report report) {

  /** What every use case is told. */
  Context context() {
    return context(Map.of());
  }

  /** The same with settings that the command's own options give. */
  Context context(Map<Key, String> settings) {
    Map<Key, String> flags = new EnumMap<>(Key.class);
    flags.putAll(settings);
    if (args.has(Globals.BOARD)) {
      StringBuilder boards = new StringBuilder();
      for (String board : args.all(Globals.BOARD)) {
        boards.append(boards.length() == 0 ? "" : ",").append(board.replace(",", "\\,"));
      }
      flags.put(Key.BOARD, boards.toString());
    }
    return new Context(dir(), env.vars(), args.value(Globals.REF), flags);
  }

  /** The folder to work from: each {@code -C} is relative to the one before. */
  Path dir() {
    Path dir = env.dir();
    for (String step : args.all(Globals.DIR)) {
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
