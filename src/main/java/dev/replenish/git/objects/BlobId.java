package dev.replenish.git.objects;

import java.security.MessageDigest;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Computes blob ids. */
public final class BlobId {
  private BlobId() {}

  /** The id that Git gives a blob of these bytes. */
  public static ObjectId of(byte[] content) {
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(Constants.encodeASCII("blob " + content.length + '\0'));
    digest.update(content);
    return ObjectId.fromRaw(digest.digest());
  }
}
