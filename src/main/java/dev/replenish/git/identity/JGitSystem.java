package dev.replenish.git.identity;

import java.io.File;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TimeZone;
import org.eclipse.jgit.internal.storage.file.FileSnapshot;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit gets to know about the machine: no configuration files of the user, which {@link
 * GitConfig} reads, and therefore no {@code git} process asked for them; a fixed time stamp
 * resolution instead of three seconds of measuring; objects and refs written through to disk.
 */
public final class JGitSystem extends SystemReader.Delegate {
  /** Coarser than any file system's, so that JGit reads again rather than trust a fresh file. */
  static final String TIMESTAMP_RESOLUTION = "2500 milliseconds";

  private static final JGitSystem INSTANCE = new JGitSystem(SystemReader.getInstance());

  private JGitSystem(SystemReader system) {
    super(system);
  }

  /** Makes JGit ask here; the first call alone does something. */
  public static synchronized void install() {
    if (SystemReader.getInstance() != INSTANCE) {
      SystemReader.setInstance(INSTANCE);
      // JGit asks this one to clean up after it at the end, which takes a text in every language, a
      // pool of threads and a shutdown hook; nothing that it would clean up is ever begun here.
      new CleanupService();
      loadWithoutZoneRules();
    }
  }

  /**
   * Loads the class of JGit that asks for the rules of the machine's zone, for texts that nobody
   * sees, while that zone is one without rules.
   */
  private static void loadWithoutZoneRules() {
    GitDates.offset(Instant.EPOCH); // knows the real one from here on
    TimeZone machine = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    try {
      Objects.requireNonNull(FileSnapshot.DIRTY);
    } finally {
      TimeZone.setDefault(machine);
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    // Where the repository is has been found out already; a variable must not move it again.
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public ZoneOffset getTimeZoneAt(Instant when) {
    return GitDates.offset(when);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Fixed(parent, fs);
  }

  /** A configuration without a file that answers the same on every machine. */
  private static final class Fixed extends FileBasedConfig {
    Fixed(@Nullable Config parent, FS fs) {
      super(parent, new File("/dev/null"), fs);
      setString("core", null, "compression", "1"); // Git's own choice for objects in files
      setString("core", null, "fsyncObjectFiles", "true");
      setString("core", null, "fsyncRefFiles", "true");
      setString("core", null, "supportsAtomicFileCreation", "true");
    }

    @Override
    public @Nullable String getString(String section, @Nullable String sub, String name) {
      // Asked for every file store, under a key that holds the store's and the JVM's name.
      boolean resolution = name.equals("timestampResolution") || name.equals("minRacyThreshold");
      return section.equals("filesystem") && resolution
          ? TIMESTAMP_RESOLUTION
          : super.getString(section, sub, name);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // There is no file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
