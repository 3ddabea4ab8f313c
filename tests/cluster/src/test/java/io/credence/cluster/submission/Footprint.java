package io.credence.cluster.submission;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a garbage collection.
 *
 * @param jobLoaders class loaders of jobs
 * @param classes of all class loaders
 * @param threads besides those of pools that Flink and Java keep, which come and go with the load
 * @param heap in MiB
 */
record Footprint(long jobLoaders, int classes, long threads, int heap) {

  static final Path JCMD = Checkout.JAVA.resolveSibling("jcmd");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Twice, since what has a finalizer or a cleaner is let go by one and taken by the next. */
  private static final String COMMANDS =
      "GC.run\nGC.run\nVM.classloader_stats\nGC.heap_info\nThread.print";

  private static final Pattern JOB_LOADER =
      Pattern.compile("(?m)^0x.* org\\.apache\\.flink\\.util\\.ChildFirstClassLoader$");
  private static final Pattern CLASSES = Pattern.compile("(?m)^Total = \\d+ +(\\d+) ");

  /** Of the serial collector, with which the clusters run. */
  private static final List<Pattern> GENERATIONS =
      List.of(
          Pattern.compile("def new generation +total \\d+K, used (\\d+)K"),
          Pattern.compile("tenured generation +total \\d+K, used (\\d+)K"));

  private static final Pattern THREAD =
      Pattern.compile(
          "(?m)^\"(?!flink-|cluster-io-|jobmanager-(io|future)-|blocking-shuffle-|C[12]"
              + " |ForkJoinPool)",
          Pattern.CASE_INSENSITIVE);

  static Footprint of(ManagedProcess java, Path folder) throws IOException {
    try (ManagedProcess jcmd =
        ManagedProcess.start(
            "jcmd",
            Files.createTempFile(folder, "jcmd-", ".log"),
            new ProcessBuilder(JCMD.toString(), Long.toString(java.pid()), COMMANDS))) {
      if (jcmd.awaitExit(PATIENCE) != 0) {
        throw new AssertionError("jcmd failed: " + jcmd.text());
      }
      String text = jcmd.text();
      return new Footprint(
          JOB_LOADER.matcher(text).results().count(),
          number(CLASSES, text),
          THREAD.matcher(text).results().count(),
          GENERATIONS.stream().mapToInt(generation -> number(generation, text)).sum() / 1024);
    }
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("jcmd does not say " + pattern + ": " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
