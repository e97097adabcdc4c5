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
 * What JGit sees of the machine: no configuration files of the user, which {@link GitConfig} reads,
 * so that JGit starts no {@code git} process to find them; a fixed time stamp resolution instead of
 * three seconds of measuring; objects and refs synced to disk.
 */
public final class JGitSystem extends SystemReader.Delegate {
  /** Coarser than any file system's, so that JGit rereads a recently changed file. */
  static final String TIMESTAMP_RESOLUTION = "2500 milliseconds";

  private static final JGitSystem INSTANCE = new JGitSystem(SystemReader.getInstance());

  private JGitSystem(SystemReader system) {
    super(system);
  }

  /** Makes JGit use this class; only the first call has an effect. */
  public static synchronized void install() {
    if (SystemReader.getInstance() != INSTANCE) {
      SystemReader.setInstance(INSTANCE);
      // Keeps JGit from adding its shutdown hook, which would load texts in every language and
      // start a thread pool; nothing that it would clean up is ever started here.
      new CleanupService();
      loadWithoutZoneRules();
    }
  }

  /**
   * Loads {@link FileSnapshot} while the default zone is UTC: it takes the default zone, for debug
   * texts only, and UTC has no rules to load.
   */
  private static void loadWithoutZoneRules() {
    GitDates.offset(Instant.EPOCH); // reads the machine's zone before it is changed
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
    // The repository is already located; a variable must not change that.
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

  /** A configuration without a file that is the same on every machine. */
  private static final class Fixed extends FileBasedConfig {
    Fixed(@Nullable Config parent, FS fs) {
      super(parent, new File("/dev/null"), fs);
      setString("core", null, "compression", "1"); // Git's default for loose objects
      setString("core", null, "fsyncObjectFiles", "true");
      setString("core", null, "fsyncRefFiles", "true");
      setString("core", null, "supportsAtomicFileCreation", "true");
    }

    @Override
    public @Nullable String getString(String section, @Nullable String sub, String name) {
      // Queried for every file store, under a key with the names of the store and the JVM.
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
