package io.credence.cli.command;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Java itself lacks, with the option that gives it more. */
final class JavaErrors {

  static final String OPTIONS = "CREDENCE_JAVA_OPTS";

  /** They are unpacked into a temporary folder and loaded from there. */
  private static final Pattern NATIVE = Pattern.compile("(?i)native|\\.so\\b|zstd|snappy|lz4");

  /** Where else they were looked for, which is never where they are. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(" in java\\.library\\.path.*", Pattern.DOTALL);

  private static final String FLINK = "org/apache/flink/";

  private JavaErrors() {}

  static String describe(Error error) {
    String said = error.getClass().getSimpleName() + suffix(error.getMessage());
    if (error instanceof OutOfMemoryError) {
      return said + "; " + memory(String.valueOf(error.getMessage()));
    }
    if (error instanceof StackOverflowError) {
      return said + "; -Xss4m in " + OPTIONS + " gives each thread a larger stack";
    }
    if (error instanceof NoClassDefFoundError && said.contains(FLINK)) {
      return said + "; put Flink's jars, which lie in lib/ beside the job jar, on the class path";
    }
    return error instanceof UnsatisfiedLinkError || NATIVE.matcher(said).find()
        ? ELSEWHERE.matcher(said).replaceFirst("") + "; " + temporaryFolder()
        : said;
  }

  private static String suffix(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }

  private static String memory(String message) {
    if (message.contains("native thread")) {
      return "the machine allows no more threads (ulimit -u, or the limit of the container)";
    }
    if (message.contains("Metaspace")) {
      return "-XX:MaxMetaspaceSize in " + OPTIONS + " gives more";
    }
    if (message.contains("direct")) {
      return "-XX:MaxDirectMemorySize in " + OPTIONS + " gives more";
    }
    long most = Runtime.getRuntime().maxMemory();
    return String.format(
        Locale.ROOT,
        "the heap may take %,d MiB here, and -Xmx in %s gives more, such as -Xmx%dg",
        most >> 20,
        OPTIONS,
        2 * ((most >> 30) + 1));
  }

  /** What must hold for native libraries to be loaded. */
  static String temporaryFolder() {
    return "native libraries are unpacked into the temporary folder "
        + System.getProperty("java.io.tmpdir")
        + ", which must have room and allow to run files; -Djava.io.tmpdir=FOLDER in "
        + OPTIONS
        + " names another one";
  }
}
