/**
 * All of replenish.jar as one module, for the runtime of an archive. {@code ModuleTest} compares it with what
 * jdeps finds in the jar, and says why some modules that libraries name are left out.
 */
open module dev.replenish {
  requires java.management;
  requires java.security.jgss;
  requires jdk.security.auth;

  exports dev.replenish.cli;

  uses org.eclipse.jgit.lib.SignatureVerifierFactory;
  uses org.eclipse.jgit.lib.SignerFactory;
  uses org.eclipse.jgit.transport.SshSessionFactory;
  uses org.slf4j.spi.SLF4JServiceProvider;

  provides org.slf4j.spi.SLF4JServiceProvider with
      org.slf4j.simple.SimpleServiceProvider;
}
