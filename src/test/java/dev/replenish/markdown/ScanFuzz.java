package dev.replenish.markdown;

/** Any bytes: the scan ends, and its lines are the bytes, one after another. */
public final class ScanFuzz {
  private ScanFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String complaint = BlockScanGeometry.complaint(bytes);
    if (complaint != null) {
      throw new AssertionError(complaint);
    }
  }
}
