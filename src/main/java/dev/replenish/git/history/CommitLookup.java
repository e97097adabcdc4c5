package dev.replenish.git.history;

import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Resolves and reads single commits. */
public final class CommitLookup {
  private static final int MIN_DIGITS = 4;
  private static final List<String> REF_PREFIXES =
      List.of("", Constants.R_REFS, Constants.R_TAGS, Constants.R_HEADS, Constants.R_REMOTES);

  private CommitLookup() {}

  /**
   * The commit that {@code name} refers to: a branch, a tag, an id (also abbreviated), or an
   * ancestor of one of these as in {@code HEAD~2} and {@code main^}.
   */
  public static ObjectId resolve(Repository git, String name) {
    Matcher parts = Pattern.compile("([^~^]+)((?:[~^]\\d{0,4})*)").matcher(name);
    if (!parts.matches()) {
      throw unknown(name);
    }
    String base = parts.group(1);
    try (RevWalk walk = new RevWalk(git)) {
      Ref ref = ref(git, base);
      ObjectId tip = ref == null ? null : ref.getObjectId();
      RevCommit commit = walk.parseCommit(tip == null ? byId(walk, base) : tip);
      Matcher step = Pattern.compile("([~^])(\\d*)").matcher(parts.group(2));
      while (step.find()) {
        int number = step.group(2).isEmpty() ? 1 : Integer.parseInt(step.group(2));
        commit =
            step.group(1).equals("~")
                ? ancestor(walk, commit, number, name)
                : parent(walk, commit, number, name);
      }
      return commit.toObjectId();
    } catch (IncorrectObjectTypeException e) {
      throw unknown(name);
    } catch (IOException e) {
      throw GitProblems.io("can't look up '" + name + "'", e);
    }
  }

  /** Follows first parents, {@code generations} times. */
  private static RevCommit ancestor(RevWalk walk, RevCommit of, int generations, String name)
      throws IOException {
    RevCommit commit = of;
    for (int i = 0; i < generations; i++) {
      commit = parent(walk, commit, 1, name);
    }
    return commit;
  }

  private static RevCommit parent(RevWalk walk, RevCommit of, int number, String name)
      throws IOException {
    if (number > of.getParentCount()) {
      throw unknown(name);
    }
    return number == 0 ? of : walk.parseCommit(of.getParent(number - 1));
  }

  private static @Nullable Ref ref(Repository git, String name) throws IOException {
    for (String prefix : REF_PREFIXES) {
      // Directly in the git directory there are refs such as HEAD, but also files that are no refs.
      boolean top = prefix.isEmpty() && !name.startsWith(Constants.R_REFS);
      boolean valid = top ? name.equals(Constants.HEAD) : Repository.isValidRefName(prefix + name);
      Ref ref = valid ? git.exactRef(prefix + name) : null;
      if (ref != null) {
        return ref;
      }
    }
    return null;
  }

  private static ObjectId byId(RevWalk walk, String name) throws IOException {
    boolean hex = name.length() <= 2 * Constants.OBJECT_ID_LENGTH && name.matches("[0-9a-fA-F]+");
    if (!hex || name.length() < MIN_DIGITS) {
      throw unknown(name);
    }
    ObjectReader reader = walk.getObjectReader();
    String digits = name.toLowerCase(Locale.ROOT);
    List<ObjectId> commits = commits(walk, reader.resolve(AbbreviatedObjectId.fromString(digits)));
    if (commits.size() > 1) {
      throw GitProblems.usage(
          "'" + name + "' is the beginning of " + commits.size() + " commit ids",
          "Give more of the id's digits.");
    }
    return commits.stream().findFirst().orElseThrow(() -> unknown(name));
  }

  /** The ids of commits among {@code ids}: a short id may also begin the id of a blob or tree. */
  private static List<ObjectId> commits(RevWalk walk, Collection<ObjectId> ids) throws IOException {
    List<ObjectId> commits = new ArrayList<>();
    for (ObjectId id : ids) {
      try {
        commits.add(walk.parseCommit(id).toObjectId());
      } catch (IncorrectObjectTypeException | MissingObjectException e) {
        // Not a commit.
      }
    }
    return commits.stream().distinct().toList();
  }

  private static ProblemException unknown(String name) {
    return GitProblems.usage(
        "there is no commit '" + name + "'", "`git log` lists the commits of the branch.");
  }

  /** Reads the commit with this id. */
  public static CommitInfo read(Repository git, String id) {
    ObjectId commit = ObjectId.fromString(id);
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit parsed = walk.parseCommit(commit);
      return of(parsed, git.getObjectDatabase().getShallowCommits().contains(commit));
    } catch (IOException e) {
      throw CommitTree.unreadable("a commit", commit, e);
    }
  }

  /** The metadata of a commit whose body has been parsed. */
  static CommitInfo of(RevCommit commit, boolean cutOff) {
    List<String> parents = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      parents.add(parent.name());
    }
    PersonIdent author = author(commit);
    return new CommitInfo(
        commit.name(),
        parents,
        cutOff,
        author.getName(),
        author.getEmailAddress(),
        date(author),
        commit.getFullMessage());
  }

  /** The author; an empty identity at the commit time if the author line can't be parsed. */
  private static PersonIdent author(RevCommit commit) {
    PersonIdent author = null;
    try {
      author = commit.getAuthorIdent();
    } catch (DateTimeException | IllegalArgumentException e) {
      // Treated like a missing line.
    }
    Instant committed = Instant.ofEpochSecond(commit.getCommitTime());
    return author == null ? new PersonIdent("", "", committed, ZoneOffset.UTC) : author;
  }

  private static ZonedDateTime date(PersonIdent author) {
    Instant when = author.getWhenAsInstant();
    try {
      return when.atZone(author.getZoneOffset());
    } catch (DateTimeException e) {
      return when.atZone(ZoneOffset.UTC);
    }
  }
}
