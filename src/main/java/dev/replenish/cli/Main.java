package dev.replenish.cli;

import dev.replenish.app.Version;

/** The program's entry: the only class that touches the process. */
public final class Main {
  private Main() {}

  /** Prints the version. */
  public static void main(String[] args) {
    System.out.println("replenish " + Version.current());
  }
}
