package dev.replenish.cli;

import dev.replenish.cli.option.Env;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The program's entry: the only class that touches the process. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setOut(System.err); // what a library prints must not mix with the data on stdout
    Map<String, String> vars = System.getenv();
    boolean terminal = isTerminal(1);
    Env env =
        new Env(
            Path.of("").toAbsolutePath(),
            vars,
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            terminal,
            isTerminal(2),
            new Terminal(vars, terminal));
    System.exit(run(words(args, env), env));
  }

  private static String[] words(String[] args, Env env) {
    String line = File.separatorChar == '\\' ? env.vars().get(WindowsWords.VARIABLE) : null;
    return line == null ? args : WindowsWords.restored(args, line);
  }

  /** Runs one command in {@code env} and returns its exit code. */
  public static int run(String[] args, Env env) {
    return new Session(env, args).run();
  }

  /** Whether an open file is a terminal; false if only another process could find out. */
  private static boolean isTerminal(int descriptor) {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return descriptor == 1 && hasConsole();
    }
  }

  /** Whether stdin and stdout both are terminals; the property makes it so in Java 22 and later. */
  @SuppressWarnings("SystemConsoleNull") // the property keeps it null there
  private static boolean hasConsole() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
