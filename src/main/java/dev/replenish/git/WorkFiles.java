package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.FileBytes;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.BlobId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.RepoPath;
import dev.replenish.text.Location;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a work tree as they are on disk; needs no commit. */
public final class WorkFiles implements Tree {
  private final Path root;

  WorkFiles(Path root) {
    this.root = root;
  }

  @Override
  public Optional<Blob> read(String path) {
    byte[] bytes = bytes(path);
    return bytes == null
        ? Optional.empty()
        : Optional.of(new Blob(path, BlobId.of(bytes).name(), bytes));
  }

  @Override
  public Optional<String> blob(String path) {
    return Optional.empty();
  }

  /** The raw content, or null if there is no file. */
  byte @Nullable [] bytes(String path) {
    Path file = regular(path);
    try {
      return file == null ? null : FileBytes.read(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Whether there is a regular file at {@code path}. */
  boolean isRegularFile(String path) {
    return regular(path) != null;
  }

  /** Whether the file exists and has exactly this raw content. */
  boolean hasContent(String path, byte[] content) {
    Path file = regular(path);
    try {
      return file != null && FileBytes.hasContent(file, content);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * The file, or null if there is none. Refuses anything but a regular file, and one that is too
   * big.
   */
  private @Nullable Path regular(String path) {
    Path file = locate(path);
    BasicFileAttributes seen = file == null ? null : attributes(file);
    if (seen == null) {
      return null;
    }
    if (!seen.isRegularFile()) {
      throw notAFile(path, seen.isSymbolicLink() ? "a symbolic link" : "not a regular file");
    }
    if (seen.size() > CommitTree.MAX_BYTES) {
      throw CommitTree.tooBig(path, seen.size());
    }
    return file;
  }

  private static ProblemException unreadable(String path, IOException e) {
    return Problem.at(
            ErrorCode.IO,
            Location.of(path),
            "can't read " + path + ": " + GitProblems.reason(e),
            "Correct its permissions, or check the disk.")
        .refusal(e);
  }

  private static ProblemException notAFile(String path, String what) {
    return GitProblems.document(path, path + " is " + what, "Replace it by a regular file.");
  }

  /**
   * The file's path on disk, or null if a parent folder is missing. Refuses parents that are links.
   */
  @Nullable Path locate(String path) {
    RepoPath.require(path);
    Path at = root;
    String parent = RepoPath.parent(path);
    for (String name : parent.isEmpty() ? new String[0] : parent.split("/")) {
      at = at.resolve(name);
      BasicFileAttributes seen = attributes(at);
      if (seen == null) {
        return null;
      }
      if (!seen.isDirectory()) {
        throw notAFile(
            path, "behind " + (seen.isSymbolicLink() ? "the symbolic link " : "the file ") + name);
      }
    }
    return at.resolve(RepoPath.name(path));
  }

  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw GitProblems.io("can't access " + path, e);
    }
  }

  @Override
  public List<String> folders(String dir) {
    RepoPath.requireFolder(dir);
    Path folder = dir.isEmpty() ? root : locate(dir);
    List<String> names = new ArrayList<>();
    if (folder == null || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return names;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
      for (Path child : each) {
        String name = child.getFileName().toString();
        if (!name.equals(".git") && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          names.add(name);
        }
      }
    } catch (NotDirectoryException e) {
      return names;
    } catch (IOException e) {
      throw GitProblems.io("can't list " + folder, e);
    }
    Collections.sort(names);
    return names;
  }
}
