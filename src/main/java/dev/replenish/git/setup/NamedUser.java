package dev.replenish.git.setup;

import com.sun.security.auth.module.NTSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The current user where owners have no numeric ids. Windows compares security identifiers, as Git
 * does: the JDK hides them, but two principals are equal if their identifiers are.
 */
final class NamedUser {
  /** The security identifier of the administrators' group in every language of Windows. */
  private static final String ADMINISTRATORS = "S-1-5-32-544";

  boolean owns(Path path) throws IOException {
    UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    NTSystem windows = windows();
    if (windows == null) {
      return owner.getName().equals(System.getProperty("user.name"));
    }
    String account = windows.getDomain() + '\\' + windows.getName();
    return owner.equals(
            path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account))
        || (isAdministrators(owner) && isMember(windows.getGroupIDs()));
  }

  /**
   * Whether this is the group that owns what an elevated shell creates. Its name is translated, so
   * it is recognised by the principal's hash, which is that of its identifier.
   */
  static boolean isAdministrators(UserPrincipal owner) {
    return owner.getName().equals("BUILTIN\\Administrators")
        || owner.hashCode() == ADMINISTRATORS.hashCode();
  }

  static boolean isMember(String @Nullable [] groups) {
    return groups != null && Arrays.asList(groups).contains(ADMINISTRATORS);
  }

  private static @Nullable NTSystem windows() {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      return null;
    }
    try {
      return new NTSystem();
    } catch (LinkageError e) { // a Java without this module
      return null;
    }
  }
}
