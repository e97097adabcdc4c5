package dev.replenish.settings;

import dev.replenish.plan.FileNames;
import dev.replenish.rules.Archiving;
import java.util.List;
import java.util.Optional;

/** The settings that name the files of a board, one of which may also state when to archive. */
final class FileSettings {
  private final SettingValues values;

  FileSettings(SettingValues values) {
    this.values = values;
  }

  /** The names of a board's files. */
  FileNames names() {
    return new FileNames(
        fileName(SettingKey.BACKLOG),
        fileName(SettingKey.TODO),
        archiveFile(),
        fileName(SettingKey.INDEX));
  }

  /** When finished tasks are archived automatically. */
  Archiving archiving() {
    return archiveWord().orElse(Archiving.AUTO);
  }

  /** The value of the setting {@code archive}; empty if it is a file name, as in early versions. */
  private Optional<Archiving> archiveWord() {
    String value = values.get(SettingKey.ARCHIVE).value();
    for (Archiving archiving : Archiving.values()) {
      if (archiving.name().equalsIgnoreCase(value)) {
        return Optional.of(archiving);
      }
    }
    return Optional.empty();
  }

  /** The name of the archive. Without a dot it is more likely a misspelt word, and is refused. */
  private String archiveFile() {
    if (archiveWord().isPresent()) {
      return fileName(SettingKey.ARCHIVE_FILE);
    }
    if (values.get(SettingKey.ARCHIVE).value().indexOf('.') < 0) {
      throw values.wrong(
          SettingKey.ARCHIVE, "'auto', 'always' or 'never', or a file name such as DONE.md");
    }
    return fileName(SettingKey.ARCHIVE);
  }

  private String fileName(SettingKey key) {
    String name = values.get(key).value();
    if (!values.isSet(key)) {
      return name; // no class is loaded to check the default names
    }
    if (!BoardFileName.isInside(name)) {
      throw values.wrong(key, "a file name inside the board");
    }
    if (BoardFileName.isReadByPrograms(name)) {
      throw values.wrong(key, "a name that neither Git nor GitHub nor Replenish reads");
    }
    return name;
  }

  /** Refuses equal names: the files would overwrite each other. */
  void requireDifferent() {
    SettingKey archive = archiveWord().isPresent() ? SettingKey.ARCHIVE_FILE : SettingKey.ARCHIVE;
    List<SettingKey> keys = List.of(SettingKey.BACKLOG, SettingKey.TODO, archive, SettingKey.INDEX);
    for (SettingKey key : keys) {
      for (SettingKey other : keys) {
        boolean later = values.isSet(key) && (!values.isSet(other) || key.compareTo(other) > 0);
        if (later && BoardFileName.collide(values.get(key).value(), values.get(other).value())) {
          String what =
              "a name that no other file has; "
                  + other.word()
                  + " is '"
                  + values.get(other).value()
                  + "'";
          throw values.wrong(key, what);
        }
      }
    }
  }
}
