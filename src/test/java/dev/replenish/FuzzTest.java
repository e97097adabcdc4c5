package dev.replenish;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.replenish.audit.AuditRecordFuzz;
import dev.replenish.core.OutlineFuzz;
import dev.replenish.core.ReaderFuzz;
import dev.replenish.git.index.IndexFuzz;
import dev.replenish.git.setup.ConfigFuzz;
import dev.replenish.markdown.ScanFuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the inputs that the fuzzer has kept. {@code -Pfuzz} looks for more. */
class FuzzTest {

  private static Stream<DynamicTest> corpus(String name, Consumer<byte[]> target) throws Exception {
    Path folder = Path.of(FuzzTest.class.getResource("/fuzz/" + name).toURI());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        byte[] bytes = Files.readAllBytes(file);
        tests.add(
            DynamicTest.dynamicTest(name + "/" + file.getFileName(), () -> target.accept(bytes)));
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> scannerHandlesItsCorpus() throws Exception {
    return corpus("ScanFuzz", ScanFuzz::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> readerHandlesItsCorpus() throws Exception {
    return corpus("ReaderFuzz", ReaderFuzz::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> outlineHandlesItsCorpus() throws Exception {
    return corpus("OutlineFuzz", OutlineFuzz::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> auditRecordHandlesItsCorpus() throws Exception {
    return corpus("AuditRecordFuzz", AuditRecordFuzz::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> indexHandlesItsCorpus() throws Exception {
    return corpus("IndexFuzz", IndexFuzz::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> configHandlesItsCorpus() throws Exception {
    return corpus("ConfigFuzz", ConfigFuzz::fuzzerTestOneInput);
  }
}
