package dev.replenish.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts and examples that the jar carries, read when they are needed. */
public final class Template {
  private Template() {}

  /** The text of a template beside this class. */
  static String text(String name) {
    return new String(bytes("templates/" + name), StandardCharsets.UTF_8);
  }

  /** A file out of {@code examples/}, such as {@code small-team/before/BACKLOG.md}. */
  public static byte[] example(String path) {
    return bytes("/dev/replenish/examples/" + path);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
