package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Readme;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.SummaryMarkers;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.LruCache;
import dev.replenish.git.objects.Tree;
import dev.replenish.index.IndexReader;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.plan.BoardParser;
import dev.replenish.plan.FileNames;
import dev.replenish.settings.Settings;
import dev.replenish.text.Edits;
import dev.replenish.text.Intake;
import dev.replenish.text.Location;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a board from a tree of files, and checks each file first. */
public final class BoardReader implements BoardParser {
  private static final int MAX_RECENT = 4 << 20;
  private static final LruCache<Document> RECENT = new LruCache<>(8);
  private static final LruCache<Optional<Readme>> READMES = new LruCache<>(8);

  private final FileNames files;
  private final StatusAliases aliases;
  private final Dialect marked;
  private final Dialect unmarked;
  private final boolean alwaysMarked;

  private BoardReader(FileNames files, StatusAliases aliases, boolean alwaysMarked) {
    this.files = files;
    this.aliases = aliases;
    this.marked = new NativeDialect(aliases);
    this.unmarked = new OutlineDialect(aliases);
    this.alwaysMarked = alwaysMarked;
  }

  /**
   * A reader for boards with the file names and status words of {@code settings}; it detects the
   * dialect of each file.
   */
  public static BoardReader of(Settings settings) {
    return new BoardReader(settings.files(), settings.statusAliases(), false);
  }

  /**
   * A reader for the files of {@code board}: if the backlog has markers, all its files are read as
   * files with markers.
   */
  public BoardReader forBoard(Board board) {
    return forBoard(board.backlog());
  }

  private BoardReader forBoard(Document backlog) {
    return new BoardReader(files, aliases, backlog.marked());
  }

  /** A reader that reads every file as one with markers. */
  public BoardReader marked() {
    return new BoardReader(files, aliases, true);
  }

  /** The paths of the board's files, whether they exist or not. */
  public List<String> paths(String dir) {
    return List.of(
        FileNames.on(dir, files.backlog()),
        FileNames.on(dir, files.todo()),
        FileNames.on(dir, files.archive()),
        FileNames.on(dir, files.index()));
  }

  /** The paths of the board's files, and of the README if it has a summary in {@code tree}. */
  public List<String> paths(Tree tree, String dir) {
    List<String> paths = new ArrayList<>(paths(dir));
    Optional<Readme> readme = readme(tree, dir);
    if (readme.isPresent()) {
      paths.add(readme.get().source().path());
    }
    return paths;
  }

  /**
   * Reads the board in {@code dir}.
   *
   * @throws dev.replenish.board.ProblemException if there is no backlog or a file can't be read
   */
  public Board read(Tree tree, String dir) {
    String path = FileNames.on(dir, files.backlog());
    BoardSize size = new BoardSize();
    Optional<Document> backlog = read(tree, path, FileRole.BACKLOG, size);
    if (backlog.isEmpty()) {
      throw missing(tree, dir, path);
    }
    BoardReader fileReader = forBoard(backlog.get());
    Optional<Document> todo =
        fileReader.read(tree, FileNames.on(dir, files.todo()), FileRole.TODO, size);
    Optional<Document> archive =
        fileReader.read(tree, FileNames.on(dir, files.archive()), FileRole.ARCHIVE, size);
    Optional<SourceText> index = TextFile.read(tree, FileNames.on(dir, files.index()));
    index.ifPresent(size::add);
    return new Board(
        dir,
        backlog.get(),
        todo.isPresent() && todo.get().source().isEmpty() ? Optional.empty() : todo,
        archive,
        index.isEmpty() ? Optional.empty() : Optional.of(index(index.get())),
        readme(tree, dir));
  }

  /** The README if it has a summary; an unreadable one has none, and is no file of the board. */
  private Optional<Readme> readme(Tree tree, String dir) {
    if (files.all().contains(Readme.NAME)) {
      return Optional.empty();
    }
    String path = FileNames.on(dir, Readme.NAME);
    try {
      Optional<String> key = tree.blob(path).map(id -> id + ' ' + path);
      Optional<Optional<Readme>> cached = key.flatMap(READMES::get);
      return cached.isPresent() ? cached.get() : readme(tree, path, key);
    } catch (ProblemException noFile) {
      return Optional.empty();
    }
  }

  private Optional<Readme> readme(Tree tree, String path, Optional<String> key) {
    Optional<Blob> blob = tree.read(path);
    if (blob.isEmpty()) {
      return Optional.empty();
    }
    Optional<Readme> readme = readme(SourceText.of(path, blob.get().id(), blob.get().bytes()));
    if (key.isPresent() && blob.get().bytes().length <= MAX_RECENT) {
      READMES.keep(key.get(), readme);
    }
    return readme;
  }

  @Override
  public Optional<Readme> readme(SourceText text) {
    List<Span> summaries = SummaryMarkers.in(text);
    return summaries.isEmpty() || Intake.objection(text).isPresent()
        ? Optional.empty()
        : Optional.of(new Readme(text, summaries));
  }

  /** The document at {@code path}; it is parsed again only if its blob has changed. */
  private Optional<Document> read(Tree tree, String path, FileRole role, BoardSize size) {
    Optional<String> key = tree.blob(path).map(blob -> key(blob, path, role));
    Optional<Document> cached = key.isPresent() ? RECENT.get(key.get()) : Optional.empty();
    if (cached.isPresent()) {
      size.add(cached.get().source());
      return cached;
    }
    Optional<SourceText> source = TextFile.read(tree, path);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    size.add(source.get());
    Document document = read(source.get(), role);
    if (key.isPresent() && source.get().length() <= MAX_RECENT) {
      RECENT.keep(key.get(), document);
    }
    return Optional.of(document);
  }

  /** The cache key of a document: everything that it depends on. */
  private String key(String blob, String path, FileRole role) {
    return blob + ' ' + role + ' ' + alwaysMarked + ' ' + aliases.words() + ' ' + path;
  }

  @Override
  public Document read(SourceText text, FileRole role) {
    if (!alwaysMarked && !NativeDialect.mayBeMarked(text)) {
      return unmarked.read(text, role);
    }
    Document read = marked.read(text, role);
    return read.marked() || alwaysMarked ? read : unmarked.read(text, role);
  }

  @Override
  public TaskIndex index(SourceText text) {
    return IndexReader.read(text);
  }

  /** The board after edits of its files; a file without edits stays as it was read. */
  public Board edited(Board board, Function<SourceText, Edits> edits) {
    return new Board(
        board.dir(),
        edited(board.backlog(), FileRole.BACKLOG, edits),
        board.todo().map(todo -> edited(todo, FileRole.TODO, edits)),
        board.archive().map(archive -> edited(archive, FileRole.ARCHIVE, edits)),
        board.index().map(index -> index(edited(index.source(), edits))),
        board.readme().flatMap(readme -> readme(edited(readme.source(), edits))));
  }

  private Document edited(Document file, FileRole role, Function<SourceText, Edits> edits) {
    SourceText now = edited(file.source(), edits);
    return now == file.source() ? file : read(now, role);
  }

  private static SourceText edited(SourceText source, Function<SourceText, Edits> edits) {
    Edits all = edits.apply(source);
    return all.replacements().isEmpty()
        ? source
        : SourceText.of(source.path(), source.id() + "+", all.apply());
  }

  private ProblemException missing(Tree tree, String dir, String path) {
    Optional<String> similar = NearFolder.find(tree, dir);
    if (similar.isPresent()
        && tree.read(FileNames.on(similar.get(), files.backlog())).isPresent()) {
      return new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          Location.of(path),
          "there is no " + path + ", but there is one in the folder '" + similar.get() + "'",
          "Write the folder as Git has it: --board " + similar.get() + ".");
    }
    Optional<String> otherCase = otherCase(tree, dir, files.backlog());
    if (otherCase.isPresent()) {
      String todo = otherCase(tree, dir, files.todo()).map(BoardReader::configCommand).orElse("");
      String name = otherCase.get();
      return new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          Location.of(path),
          "there is no " + path + ", but there is " + FileNames.on(dir, name),
          "Rename it with `git mv "
              + FileNames.on(dir, name)
              + " "
              + path
              + "`, or keep its name with `git config replenish.backlog "
              + name
              + todo
              + "`.");
    }
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        Location.of(path),
        "there is no " + path + (dir.equals(".") ? " here" : ""),
        "Begin with 'replenish init', or name the folder of a board with --board.");
  }

  private static String configCommand(String todo) {
    return " && git config replenish.todo " + todo;
  }

  /** The name of an existing file that is {@code name} in lower case or title case. */
  private static Optional<String> otherCase(Tree tree, String dir, String name) {
    String small = name.toLowerCase(Locale.ROOT);
    String title = small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    return Stream.of(small, title)
        .filter(each -> !each.equals(name))
        .filter(each -> tree.read(FileNames.on(dir, each)).isPresent())
        .findFirst();
  }
}
