package dev.replenish.cli.option;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The environment of one call.
 *
 * @param dir the current folder, absolute
 * @param vars the environment variables
 * @param in stdin, for commands that read data from it
 * @param out stdout, for data
 * @param err stderr, for messages
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param columns the number of columns of a line
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
