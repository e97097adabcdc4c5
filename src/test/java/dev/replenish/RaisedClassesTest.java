package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The build step that raises the version of old classes. */
class RaisedClassesTest {
  private static final Path STEP = Path.of("src/jar/java/dev/replenish/jar/RaisedClasses.java");

  @TempDir Path temp;

  /** A class of Java 5 with a subroutine and a branch, which prints what it is given. */
  private static byte[] oldClass() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "Old", null, "java/lang/Object", null);
    MethodVisitor main =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
    Label subroutine = new Label();
    Label none = new Label();
    main.visitCode();
    main.visitVarInsn(Opcodes.ALOAD, 0);
    main.visitInsn(Opcodes.ARRAYLENGTH);
    main.visitJumpInsn(Opcodes.IFEQ, none);
    main.visitJumpInsn(Opcodes.JSR, subroutine);
    main.visitJumpInsn(Opcodes.JSR, subroutine);
    main.visitLabel(none);
    main.visitInsn(Opcodes.RETURN);
    main.visitLabel(subroutine);
    main.visitVarInsn(Opcodes.ASTORE, 1);
    main.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
    main.visitVarInsn(Opcodes.ALOAD, 0);
    main.visitInsn(Opcodes.ICONST_0);
    main.visitInsn(Opcodes.AALOAD);
    main.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "print", "(Ljava/lang/Object;)V", false);
    main.visitVarInsn(Opcodes.RET, 1);
    main.visitMaxs(0, 0);
    main.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] currentClass() throws IOException {
    try (InputStream in = RaisedClassesTest.class.getResourceAsStream("RaisedClassesTest.class")) {
      return in.readAllBytes();
    }
  }

  @Test
  void oldClassesAreRaisedAndOthersStayUnchanged() throws Exception {
    Path jar = temp.resolve("old.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, "Old.class", oldClass());
      put(out, "dev/replenish/RaisedClassesTest.class", currentClass());
      put(out, "words.txt", new byte[] {1, 2, 3});
    }
    assertEquals("teatea", java("-cp", jar.toString(), "Old", "tea"));

    java("-cp", System.getProperty("java.class.path"), STEP.toString(), jar.toString());

    assertEquals("teatea", java("-Xverify:all", "-cp", jar.toString(), "Old", "tea"));
    assertEquals("", java("-Xverify:all", "-cp", jar.toString(), "Old"));
    try (JarFile read = new JarFile(jar.toFile())) {
      assertEquals(Opcodes.V1_8, bytes(read, "Old.class")[7]);
      assertArrayEquals(currentClass(), bytes(read, "dev/replenish/RaisedClassesTest.class"));
      assertArrayEquals(new byte[] {1, 2, 3}, bytes(read, "words.txt"));
    }
  }

  @Test
  void raisedPicocliPassesVerification() throws Exception {
    Path jar = temp.resolve("picocli.jar");
    Files.copy(
        Path.of(
            picocli.CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
        jar);
    java("-cp", System.getProperty("java.class.path"), STEP.toString(), jar.toString());
    String usage = java("-Xverify:all", "-cp", jar.toString(), "picocli.AutoComplete", "--help");
    assertTrue(usage.contains("Usage: picocli.AutoComplete"), usage);
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    return jar.getInputStream(jar.getEntry(name)).readAllBytes();
  }

  private String java(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(words));
    Path errors = temp.resolve("said");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertEquals(0, process.waitFor(), Files.readString(errors));
    return out;
  }
}
