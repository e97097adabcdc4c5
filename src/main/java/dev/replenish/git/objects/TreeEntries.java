package dev.replenish.git.objects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A tree object as bytes. Editing the bytes keeps all other names, modes and their order, which
 * JGit's formatter does not: it writes the old mode 100664 as 100644.
 *
 * <p>Each entry is the mode in octal, a space, the name, a NUL and the raw id.
 */
public record TreeEntries(byte[] bytes) {
  public static final TreeEntries EMPTY = new TreeEntries(new byte[0]);

  private static final int ID = Constants.OBJECT_ID_LENGTH;

  /** Reads the tree with this id. */
  public static TreeEntries read(ObjectReader reader, AnyObjectId id) throws IOException {
    return new TreeEntries(reader.open(id, Constants.OBJ_TREE).getCachedBytes(Integer.MAX_VALUE));
  }

  /** The offset of the entry with this name, or -1. */
  public int find(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at = next(at)) {
      int end = idAt(at) - 1;
      int from = end - wanted.length;
      boolean fits = from > at && bytes[from - 1] == ' ';
      // A name may contain a space, a mode may not: the bytes before the name must be the mode.
      if (fits && Arrays.equals(bytes, from, end, wanted, 0, wanted.length) && from == nameAt(at)) {
        return at;
      }
    }
    return -1;
  }

  /** The offset of the entry after the one at {@code at}. */
  int next(int at) {
    return idAt(at) + ID;
  }

  /** The mode of the entry at {@code at}. */
  public int mode(int at) {
    int mode = 0;
    for (int i = at; bytes[i] != ' '; i++) {
      mode = (mode << 3) | (bytes[i] - '0');
    }
    return mode;
  }

  byte[] name(int at) {
    return Arrays.copyOfRange(bytes, nameAt(at), idAt(at) - 1);
  }

  private int nameAt(int at) {
    int space = at;
    while (bytes[space] != ' ') {
      space++;
    }
    return space + 1;
  }

  /** The object id of the entry at {@code at}. */
  public ObjectId id(int at) {
    return ObjectId.fromRaw(bytes, idAt(at));
  }

  private int idAt(int at) {
    int nul = at;
    while (bytes[nul] != 0) {
      nul++;
    }
    return nul + 1;
  }

  /** The tree with the id of the entry at {@code at} replaced. */
  TreeEntries replace(int at, ObjectId id) {
    byte[] copy = bytes.clone();
    id.copyRawTo(copy, idAt(at));
    return new TreeEntries(copy);
  }

  /** The tree with a new entry, inserted in Git's order. */
  TreeEntries insert(String name, FileMode mode, ObjectId id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + name.length() + 32);
    int insertAt = insertAt(name, mode);
    out.write(bytes, 0, insertAt);
    out.writeBytes((Integer.toOctalString(mode.getBits()) + ' ').getBytes(StandardCharsets.UTF_8));
    out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    out.write(0);
    byte[] raw = new byte[ID];
    id.copyRawTo(raw, 0);
    out.writeBytes(raw);
    out.write(bytes, insertAt, bytes.length - insertAt);
    return new TreeEntries(out.toByteArray());
  }

  private int insertAt(String name, FileMode mode) {
    byte[] wanted = sortKey(name.getBytes(StandardCharsets.UTF_8), mode.getBits());
    int at = 0;
    while (at < bytes.length && Arrays.compareUnsigned(sortKey(name(at), mode(at)), wanted) < 0) {
      at = next(at);
    }
    return at;
  }

  /** Git sorts a folder as if its name ended in a slash. */
  private static byte[] sortKey(byte[] name, int mode) {
    boolean folder = FileMode.TREE.equals(mode);
    byte[] key = Arrays.copyOf(name, folder ? name.length + 1 : name.length);
    if (folder) {
      key[name.length] = '/';
    }
    return key;
  }
}
