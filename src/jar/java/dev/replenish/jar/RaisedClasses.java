package dev.replenish.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * A step of the build: raises the classes of a jar that are older than Java 8 to its version, with
 * the stack map frames that it requires. Java verifies older classes by a different algorithm at
 * every start, and puts none of them into a class-data archive: those of picocli are of Java 5.
 */
public final class RaisedClasses {
  private static final int VERSION = Opcodes.V1_8;

  /** The super class of each class of the jar; that of an interface is Object. */
  private final Map<String, String> superclass = new HashMap<>();

  private final Map<String, Boolean> interfaces = new HashMap<>();

  private RaisedClasses() {}

  /** Rewrites the jar whose path is the only argument. */
  public static void main(String[] args) throws IOException {
    new RaisedClasses().rewrite(Path.of(args[0]));
  }

  private void rewrite(Path jar) throws IOException {
    Path work = jar.resolveSibling(jar.getFileName() + ".raised");
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(work);
        JarOutputStream to = new JarOutputStream(file)) {
      List<? extends ZipEntry> entries = Collections.list(from.entries());
      for (ZipEntry entry : entries) {
        if (isClass(entry)) {
          ClassReader reader = new ClassReader(from.getInputStream(entry).readAllBytes());
          superclass.put(reader.getClassName(), reader.getSuperName());
          interfaces.put(reader.getClassName(), (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0);
        }
      }
      for (ZipEntry entry : entries) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        ZipEntry written = new ZipEntry(entry.getName());
        written.setTime(entry.getTime());
        to.putNextEntry(written);
        to.write(isClass(entry) && isOld(bytes) ? raised(bytes) : bytes);
        to.closeEntry();
      }
    }
    Files.move(work, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  private static boolean isOld(byte[] bytes) {
    return ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) < VERSION;
  }

  private byte[] raised(byte[] bytes) {
    ClassWriter writer = new Frames();
    ClassVisitor raising =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String generics,
              String superName,
              String[] implemented) {
            super.visit(VERSION, access, name, generics, superName, implemented);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String desc, String generics, String[] thrown) {
            MethodVisitor to = super.visitMethod(access, name, desc, generics, thrown);
            return new JSRInlinerAdapter(to, access, name, desc, generics, thrown);
          }
        };
    new ClassReader(bytes).accept(raising, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Computes frames without loading any class of the jar. */
  private final class Frames extends ClassWriter {
    Frames() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      List<String> superclasses = superclasses(one);
      for (String each : superclasses(other)) {
        if (superclasses.contains(each)) {
          return each;
        }
      }
      return "java/lang/Object";
    }
  }

  /**
   * A class and its superclasses, itself first; none for an interface, which the verifier treats as
   * Object.
   */
  private List<String> superclasses(String name) {
    List<String> superclasses = new ArrayList<>();
    if (!isInterface(name)) {
      for (String each = name; each != null; each = superclass(each)) {
        superclasses.add(each);
      }
    }
    return superclasses;
  }

  private boolean isInterface(String name) {
    Boolean known = interfaces.get(name);
    return known == null ? platformClass(name).isInterface() : known;
  }

  private String superclass(String name) {
    if (superclass.containsKey(name)) {
      return superclass.get(name);
    }
    Class<?> parent = platformClass(name).getSuperclass();
    return parent == null ? null : parent.getName().replace('.', '/');
  }

  /** A class that is not in the jar; Object if Java doesn't have it either. */
  private static Class<?> platformClass(String name) {
    try {
      return Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException missing) {
      return Object.class;
    }
  }
}
