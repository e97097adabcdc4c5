package dev.replenish.cli.option;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The world as one call sees it.
 *
 * @param dir the folder it is made in, absolute
 * @param vars the environment's variables
 * @param in where data comes from, for commands that are told to read it
 * @param out where data goes
 * @param err where messages go
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is one
 * @param columns how many columns a line has
 */
public record Env(
    Path dir,
    Map<String, String> vars,
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean outTerminal,
    boolean errTerminal,
    IntSupplier columns) {}
