package dev.replenish.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A step of the build: in a jar, turns what Java would link at run time into plain calls, as javac
 * did before Java 8 and 9. A concatenation becomes a StringBuilder, a lambda a class. Linking them
 * takes a sixth of a short run, most of it in libraries that are already compiled. Calls of any
 * other kind stay as they are.
 */
public final class PlainCalls {
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
  private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';
  private static final Type BUILDER = Type.getType(StringBuilder.class);
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type STRING = Type.getType(String.class);

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final Map<String, byte[]> lambdas = new LinkedHashMap<>();
  private final Set<String> changed = new TreeSet<>();

  private PlainCalls() {}

  /** Rewrites the jar whose path is the only argument. */
  public static void main(String[] args) throws IOException {
    new PlainCalls().rewrite(Path.of(args[0]));
  }

  private void rewrite(Path jar) throws IOException {
    Path work = jar.resolveSibling(jar.getFileName() + ".plain");
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(work);
        JarOutputStream to = new JarOutputStream(file)) {
      List<? extends ZipEntry> entries = Collections.list(from.entries());
      for (ZipEntry entry : entries) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          read(from.getInputStream(entry).readAllBytes());
        }
      }
      List.copyOf(classes.values()).forEach(this::rewrite);
      for (ZipEntry entry : entries) {
        String name = entry.getName().replace(".class", "");
        byte[] bytes =
            changed.contains(name) ? bytes(name) : from.getInputStream(entry).readAllBytes();
        write(to, entry.getName(), entry.getTime(), bytes);
      }
      for (Map.Entry<String, byte[]> lambda : lambdas.entrySet()) {
        write(to, lambda.getKey() + ".class", entries.get(0).getTime(), lambda.getValue());
      }
    }
    Files.move(work, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Leaves out classes older than Java 11: without nest mates, their private lambda methods can't
   * be called from another class.
   */
  private void read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    if ((node.version & 0xffff) >= Opcodes.V11) {
      classes.put(node.name, node);
    }
  }

  private byte[] bytes(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    classes.get(name).accept(writer);
    return writer.toByteArray();
  }

  private static void write(JarOutputStream to, String name, long time, byte[] bytes)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(time);
    to.putNextEntry(entry);
    to.write(bytes);
    to.closeEntry();
  }

  private void rewrite(ClassNode node) {
    List<MethodNode> helpers = new ArrayList<>();
    int count = 0;
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode call) {
          if (isConcatenation(call)) {
            String name = "plain$" + count++;
            helpers.add(concatenation(name, call));
            boolean inInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
            method.instructions.set(call, call(node.name, name, call.desc, inInterface));
          } else if (isLambda(call)) {
            String name = node.name + "$$Plain" + count++;
            lambdas.put(name, lambda(node, name, call));
            method.instructions.set(call, call(name, "of", call.desc, false));
          }
        }
      }
    }
    if (count > 0) {
      changed.add(node.name);
      node.methods.addAll(helpers);
    }
  }

  private static MethodInsnNode call(String owner, String name, String desc, boolean inInterface) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, desc, inInterface);
  }

  private static boolean isConcatenation(InvokeDynamicInsnNode call) {
    if (!call.bsm.getOwner().equals(CONCATENATION)
        || !call.bsm.getName().equals("makeConcatWithConstants")) {
      return false;
    }
    for (Object constant : call.bsmArgs) {
      if (!(constant instanceof String)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the call creates a lambda that is not serializable and has only one interface. */
  private static boolean isLambda(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(LAMBDA) && call.bsm.getName().equals("metafactory");
  }

  /** A method that appends the parts that the recipe lists. */
  private static MethodNode concatenation(String name, InvokeDynamicInsnNode call) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode method = new MethodNode(access, name, call.desc, null, null);
    GeneratorAdapter code = new GeneratorAdapter(method, access, name, call.desc);
    code.newInstance(BUILDER);
    code.dup();
    code.invokeConstructor(BUILDER, Method.getMethod("void <init> ()"));
    Type[] arguments = Type.getArgumentTypes(call.desc);
    int argument = 0;
    int constant = 1;
    StringBuilder words = new StringBuilder();
    for (char c : ((String) call.bsmArgs[0]).toCharArray()) {
      if (c == CONSTANT) {
        words.append((String) call.bsmArgs[constant++]);
      } else if (c == ARGUMENT) {
        append(code, words);
        code.loadArg(argument);
        append(code, arguments[argument++]);
      } else {
        words.append(c);
      }
    }
    append(code, words);
    code.invokeVirtual(BUILDER, Method.getMethod("String toString ()"));
    code.returnValue();
    code.endMethod();
    return method;
  }

  private static void append(GeneratorAdapter code, StringBuilder words) {
    if (words.length() > 0) {
      code.push(words.toString());
      append(code, STRING);
      words.setLength(0);
    }
  }

  private static void append(GeneratorAdapter code, Type type) {
    Type parameter =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.OBJECT, Type.ARRAY -> type.equals(STRING) ? STRING : OBJECT;
          default -> type;
        };
    code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {parameter}));
  }

  /** A class with a field for each captured value, in the nest of {@code node}. */
  private byte[] lambda(ClassNode node, String name, InvokeDynamicInsnNode call) {
    ClassNode host = node.nestHostClass == null ? node : classes.get(node.nestHostClass);
    if (host.nestMembers == null) {
      host.nestMembers = new ArrayList<>();
    }
    host.nestMembers.add(name);
    changed.add(host.name);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    String interfaceName = Type.getReturnType(call.desc).getInternalName();
    writer.visit(
        Opcodes.V11, access, name, null, OBJECT.getInternalName(), new String[] {interfaceName});
    writer.visitNestHost(host.name);
    Type type = Type.getObjectType(name);
    Type[] captured = Type.getArgumentTypes(call.desc);
    for (int i = 0; i < captured.length; i++) {
      int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(field, "value" + i, captured[i].getDescriptor(), null, null);
    }
    constructor(writer, type, captured);
    if (captured.length == 0) {
      single(writer, type, call.desc);
    } else {
      factory(writer, type, call.desc);
    }
    body(writer, type, captured, call);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer, Type type, Type[] captured) {
    GeneratorAdapter code = code(writer, Opcodes.ACC_PRIVATE, constructor(captured));
    code.loadThis();
    code.invokeConstructor(OBJECT, constructor());
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(type, "value" + i, captured[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  /** Without captured values there is a single object, as in the JDK. */
  private static void single(ClassWriter writer, Type type, String desc) {
    int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    writer.visitField(field, "ONE", type.getDescriptor(), null, null);
    GeneratorAdapter init = code(writer, Opcodes.ACC_STATIC, Method.getMethod("void <clinit> ()"));
    init.newInstance(type);
    init.dup();
    init.invokeConstructor(type, constructor());
    init.putStatic(type, "ONE", type);
    init.returnValue();
    init.endMethod();
    GeneratorAdapter of = code(writer, Opcodes.ACC_STATIC, new Method("of", desc));
    of.getStatic(type, "ONE", type);
    of.returnValue();
    of.endMethod();
  }

  private static void factory(ClassWriter writer, Type type, String desc) {
    GeneratorAdapter of = code(writer, Opcodes.ACC_STATIC, new Method("of", desc));
    of.newInstance(type);
    of.dup();
    of.loadArgs();
    of.invokeConstructor(type, constructor(Type.getArgumentTypes(desc)));
    of.returnValue();
    of.endMethod();
  }

  /**
   * The method of the interface, which passes captured values and arguments to the implementation.
   */
  private static void body(
      ClassWriter writer, Type type, Type[] captured, InvokeDynamicInsnNode call) {
    Type erased = (Type) call.bsmArgs[0];
    Handle to = (Handle) call.bsmArgs[1];
    Type[] given = ((Type) call.bsmArgs[2]).getArgumentTypes();
    Method method = new Method(call.name, erased.getDescriptor());
    GeneratorAdapter code = code(writer, Opcodes.ACC_PUBLIC, method);
    Type owner = Type.getObjectType(to.getOwner());
    boolean creates = to.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> wanted = new ArrayList<>();
    if (creates) {
      code.newInstance(owner);
      code.dup();
    } else if (to.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(owner);
    }
    wanted.addAll(List.of(Type.getArgumentTypes(to.getDesc())));
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(type, "value" + i, captured[i]);
      convert(code, captured[i], wanted.get(i));
    }
    for (int i = 0; i < given.length; i++) {
      Type argument = method.getArgumentTypes()[i];
      code.loadArg(i);
      convert(code, argument, given[i]);
      convert(code, given[i], wanted.get(captured.length + i));
    }
    code.visitMethodInsn(opcode(to), to.getOwner(), to.getName(), to.getDesc(), to.isInterface());
    result(code, creates ? owner : Type.getReturnType(to.getDesc()), erased.getReturnType());
    code.returnValue();
    code.endMethod();
  }

  private static int opcode(Handle to) {
    return switch (to.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> to.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }

  private static void result(GeneratorAdapter code, Type actual, Type wanted) {
    if (!wanted.equals(Type.VOID_TYPE)) {
      convert(code, actual, wanted);
    } else if (actual.getSize() == 2) {
      code.pop2();
    } else if (actual.getSize() == 1) {
      code.pop();
    }
  }

  /** Casts, boxes and widens as the metafactory does. */
  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      Type inside = unboxed(from, to);
      code.unbox(inside);
      convert(code, inside, to);
    } else if (!to.equals(OBJECT)) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** The primitive type in a box; {@code wanted} if the type doesn't show it. */
  private static Type unboxed(Type type, Type wanted) {
    return switch (type.getClassName()) {
      case "java.lang.Boolean" -> Type.BOOLEAN_TYPE;
      case "java.lang.Character" -> Type.CHAR_TYPE;
      case "java.lang.Byte" -> Type.BYTE_TYPE;
      case "java.lang.Short" -> Type.SHORT_TYPE;
      case "java.lang.Integer" -> Type.INT_TYPE;
      case "java.lang.Float" -> Type.FLOAT_TYPE;
      case "java.lang.Long" -> Type.LONG_TYPE;
      case "java.lang.Double" -> Type.DOUBLE_TYPE;
      default -> wanted;
    };
  }

  private static Method constructor(Type... arguments) {
    return new Method("<init>", Type.VOID_TYPE, arguments);
  }

  private static GeneratorAdapter code(ClassWriter writer, int access, Method method) {
    MethodVisitor visitor =
        writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null);
    return new GeneratorAdapter(visitor, access, method.getName(), method.getDescriptor());
  }
}
