package dev.replenish.git.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.identity.Identity;
import dev.replenish.git.setup.ConfigLocations;
import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Signs commits with the program that Git would use. */
final class Signing {
  private static final long TIMEOUT_SECONDS = 120; // the user may have to type a passphrase

  private final GitConfig config;
  private final Map<String, String> env;

  Signing(GitConfig config, Map<String, String> env) {
    this.config = config;
    this.env = env;
  }

  /** Whether {@code commit.gpgSign} is on. */
  boolean isOn() {
    return config.getBoolean("commit", "gpgsign", false);
  }

  /** The signature of a commit, for its {@code gpgsig} header. */
  String sign(byte[] commit, Identity committer) {
    String format = config.get("gpg", "format").orElse("openpgp").toLowerCase(Locale.ROOT);
    Path folder = temporary();
    try {
      Path buffer = write(folder, commit);
      String signature =
          switch (format) {
            case "openpgp" -> gpg("gpg", program("gpg", "openpgp"), buffer, committer);
            case "x509" -> gpg("gpgsm", program("gpgsm", "x509"), buffer, committer);
            case "ssh" -> ssh(program("ssh-keygen", "ssh"), buffer);
            default -> throw refusal("gpg.format is '" + format + "', which is not known");
          };
      return signature.replace("\r\n", "\n");
    } catch (IOException e) {
      throw refusal("signing failed: " + GitProblems.reason(e));
    } finally {
      delete(folder);
    }
  }

  /** Creates a temporary folder in TMPDIR, as Git does; Java ignores that variable. */
  private Path temporary() {
    String named = env.getOrDefault("TMPDIR", "");
    boolean usable = !named.isEmpty() && new File(named).isDirectory();
    String base = usable ? named : System.getProperty("java.io.tmpdir");
    try {
      return Files.createTempDirectory(Path.of(base), "replenish-sign");
    } catch (IOException e) {
      throw unwritable(base, e);
    }
  }

  private static Path write(Path folder, byte[] commit) {
    try {
      return Files.write(folder.resolve("commit"), commit);
    } catch (IOException e) {
      throw unwritable(folder.toString(), e);
    }
  }

  private static RuntimeException unwritable(String folder, IOException e) {
    return Problem.of(
            ErrorCode.IO,
            "the commit can't be signed: can't write to the folder for temporary files, "
                + folder
                + ": "
                + GitProblems.reason(e),
            "Set TMPDIR to a folder with room that can be written to, or run again with"
                + " --no-gpg-sign.")
        .refusal(e);
  }

  private String program(String defaultName, String format) {
    Optional<String> named = config.get("gpg", format, "program");
    if (named.isEmpty() && format.equals("openpgp")) {
      named = config.get("gpg", "program");
    }
    return named
        .map(p -> new ConfigLocations(env).expand(p).toString())
        .orElseGet(() -> new Programs(env).command(defaultName));
  }

  private String gpg(String name, String program, Path buffer, Identity committer)
      throws IOException {
    String key =
        config.get("user", "signingkey").orElse(committer.name() + " <" + committer.email() + ">");
    Path out = buffer.resolveSibling("signature");
    String status = run(List.of(program, "--status-fd=2", "-bsau", key), buffer, out);
    String signature = Files.readString(out, UTF_8);
    if (!("\n" + status).contains("\n[GNUPG:] SIG_CREATED ") || signature.isBlank()) {
      throw refusal(name + " made no signature: " + lastLine(status));
    }
    return signature;
  }

  private String ssh(String program, Path buffer) throws IOException {
    String key = config.get("user", "signingkey").orElse("");
    if (key.isEmpty()) {
      key = defaultKey(buffer);
    }
    if (key.isEmpty()) {
      throw refusal("gpg.format is ssh, but user.signingKey names no key");
    }
    boolean literal = key.startsWith("key::") || key.startsWith("ssh-");
    Path file = literal ? buffer.resolveSibling("key") : new ConfigLocations(env).expand(key);
    if (literal) {
      Files.writeString(file, key.replaceFirst("^key::", "") + "\n");
    }
    List<String> command =
        literal
            ? List.of(program, "-Y", "sign", "-n", "git", "-f", file.toString(), "-U", "" + buffer)
            : List.of(program, "-Y", "sign", "-n", "git", "-f", file.toString(), "" + buffer);
    run(command, null, buffer.resolveSibling("out"));
    return Files.readString(buffer.resolveSibling(buffer.getFileName() + ".sig"), UTF_8);
  }

  /** The first key that {@code gpg.ssh.defaultKeyCommand} prints. */
  private String defaultKey(Path buffer) throws IOException {
    Optional<String> command = config.get("gpg", "ssh", "defaultkeycommand");
    if (command.isEmpty()) {
      return "";
    }
    Path out = buffer.resolveSibling("keys");
    run(List.of(new Programs(env).command("sh"), "-c", command.get()), null, out);
    return Files.readString(out, UTF_8).lines().findFirst().orElse("").strip();
  }

  /**
   * Runs a program with files in place of pipes, which could fill up; returns what it wrote to
   * stderr.
   */
  private String run(List<String> command, @Nullable Path in, Path out) throws IOException {
    Path err = out.resolveSibling("messages");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(new Programs(env).environment());
    builder.redirectInput(in == null ? emptyInput(out) : ProcessBuilder.Redirect.from(in.toFile()));
    builder.redirectOutput(out.toFile());
    builder.redirectError(err.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw refusal(command.get(0) + " did not end within two minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal("signing was interrupted");
    } finally {
      process.destroy();
    }
    String errors = new String(Files.readAllBytes(err), UTF_8);
    if (process.exitValue() != 0) {
      throw refusal(command.get(0) + " failed: " + lastLine(errors));
    }
    return errors;
  }

  private static ProcessBuilder.Redirect emptyInput(Path out) throws IOException {
    return ProcessBuilder.Redirect.from(
        Files.write(out.resolveSibling("nothing"), new byte[0]).toFile());
  }

  private static String lastLine(String text) {
    List<String> lines = text.strip().lines().toList();
    return lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
  }

  private static RuntimeException refusal(String message) {
    return GitProblems.state(
        "the commit can't be signed: " + message,
        "Correct the signing settings, or run again with --no-gpg-sign.");
  }

  private static void delete(Path folder) {
    try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
      for (Path file : each) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Ignored: a leftover in the temporary folder is harmless.
    }
  }
}
