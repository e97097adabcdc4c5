package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the current user is, on machines with and without {@code /proc}. */
class CurrentUserTest {
  @TempDir Path tmp;
  private Path mine;
  private int myUid;

  @BeforeEach
  void createFile() throws IOException {
    mine = Files.createFile(tmp.resolve("mine"));
    myUid = (Integer) Files.getAttribute(mine, "unix:uid");
  }

  private CurrentUser withStatus(String text) throws IOException {
    return new CurrentUser(Files.writeString(tmp.resolve("status"), text));
  }

  private CurrentUser withUid(long uid) throws IOException {
    return withStatus("Name:\tjava\nUmask:\t0022\nUid:\t7\t" + uid + "\t8\t9\nGid:\t1\t1\t1\t1\n");
  }

  @Test
  void userOwnsACreatedFile() {
    assertEquals(myUid, new CurrentUser().effectiveUid());
    assertTrue(new CurrentUser().owns(mine, ""));
  }

  @Test
  void userOwnsACreatedFileWithoutProc() {
    CurrentUser user = new CurrentUser(tmp.resolve("no/such/file"));
    assertEquals(myUid, user.effectiveUid());
    assertTrue(user.owns(mine, ""));
  }

  @Test
  void effectiveUidIsUsed() throws IOException {
    assertEquals(1234, withUid(1234).effectiveUid());
    assertEquals((int) 4294967294L, withUid(4294967294L).effectiveUid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Name:\tjava\n", "\nUid:\t1", "\nUid:\t1\tx\t1\n", "\nUid:\t1\t\t1\n"})
  void statusWithoutAUidIsIgnored(String text) throws IOException {
    assertEquals(myUid, withStatus(text).effectiveUid());
  }

  @Test
  void fileOfAnotherUserIsNotOwned() throws IOException {
    assertFalse(withUid(myUid + 1).owns(mine, ""));
  }

  @Test
  void sudoUidCountsForRootOnly() throws IOException {
    String owner = Integer.toString(myUid);
    assertTrue(withUid(0).owns(mine, owner));
    assertFalse(withUid(myUid + 1).owns(mine, owner), "an ordinary user can set it to anything");
  }

  @Test
  void symlinkIsOwnedByItsCreator() throws IOException {
    Path link = Files.createSymbolicLink(tmp.resolve("link"), Path.of("/"));
    assertTrue(new CurrentUser().owns(link, ""));
  }

  @Test
  void missingFileIsNotOwned() {
    assertFalse(new CurrentUser().owns(tmp.resolve("gone"), ""));
  }

  @Test
  void namesAreComparedIfThereAreNoUids() throws IOException {
    assertEquals(
        Files.getOwner(mine).getName().equals(System.getProperty("user.name")),
        new NamedUser().owns(mine));
  }

  @Test
  void administratorsAreKnownByTheirIdentifier() {
    assertTrue(
        NamedUser.isAdministrators(principal("VORDEFINIERT\\Administratoren", "S-1-5-32-544")));
    assertTrue(NamedUser.isAdministrators(principal("BUILTIN\\Administrators", "")));
    assertFalse(
        NamedUser.isAdministrators(principal("ACME\\Administrators", "S-1-5-21-1-2-3-544")));
    assertTrue(NamedUser.isMember(new String[] {"S-1-1-0", "S-1-5-32-544"}));
    assertFalse(NamedUser.isMember(new String[] {"S-1-5-32-545"}));
    assertFalse(NamedUser.isMember(null));
  }

  /** As the JDK's principals on Windows: equal and hashed by their security identifier. */
  private static UserPrincipal principal(String name, String identifier) {
    return new UserPrincipal() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean equals(Object other) {
        return other == this;
      }

      @Override
      public int hashCode() {
        return identifier.hashCode();
      }
    };
  }
}
