package io.credence.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was not foreseen gives a line, and the trace to those who ask for it. */
class GuardedTest {

  private static final String REMEDY =
      "native libraries are unpacked into the temporary folder "
          + System.getProperty("java.io.tmpdir")
          + ", which must have room and allow to run files; -Djava.io.tmpdir=FOLDER in CREDENCE_JAVA_OPTS names another one";

  private static final ByteArrayOutputStream ERR = new ByteArrayOutputStream();

  @AfterEach
  void noTraces() {
    System.clearProperty(Failures.DEBUG_PROPERTY);
    ERR.reset();
  }

  private static List<String> lines(Throwable failure) {
    PrintStream err = new PrintStream(ERR, true, StandardCharsets.UTF_8);
    ExitCode exit =
        Guarded.run(
            () -> {
              if (failure instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) failure;
            },
            new Console(err, err, false));
    assertThat(exit).isEqualTo(ExitCode.JOB_FAILED);
    List<String> lines = ERR.toString(StandardCharsets.UTF_8).lines().toList();
    ERR.reset();
    return lines;
  }

  @Test
  void anException() {
    assertThat(lines(new IllegalStateException("no way")))
        .containsExactly("Credence failed: IllegalStateException: no way");
  }

  @Test
  void aStackThatIsFull() {
    assertThat(lines(new StackOverflowError()))
        .containsExactly(
            "Credence failed: StackOverflowError; -Xss4m in CREDENCE_JAVA_OPTS gives each thread a larger stack");
  }

  @Test
  void memoryThatIsFull() {
    assertThat(lines(new OutOfMemoryError("Java heap space")))
        .singleElement()
        .asString()
        .startsWith("Credence failed: OutOfMemoryError: Java heap space; the heap may take ")
        .contains(" MiB here, and -Xmx in CREDENCE_JAVA_OPTS gives more, such as -Xmx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unable to create native thread | the machine allows no more threads (ulimit -u, or the limit of the container)
          Metaspace | -XX:MaxMetaspaceSize in CREDENCE_JAVA_OPTS gives more
          Cannot reserve 9 bytes of direct buffer memory | -XX:MaxDirectMemorySize in CREDENCE_JAVA_OPTS gives more
          """)
  void otherMemoryThatIsFull(String said, String remedy) {
    assertThat(lines(new OutOfMemoryError(said)))
        .containsExactly("Credence failed: OutOfMemoryError: " + said + "; " + remedy);
  }

  @Test
  void aTemporaryFolderThatIsFull() {
    assertThat(
            lines(
                new ExceptionInInitializerError(
                    new UnsatisfiedLinkError(
                        "no zstd-jni in java.library.path: /usr/lib:/lib\nUnsupported OS"))))
        .containsExactly("Credence failed: UnsatisfiedLinkError: no zstd-jni; " + REMEDY);
    assertThat(
            lines(new NoClassDefFoundError("Could not initialize class org.xerial.snappy.Snappy")))
        .containsExactly(
            "Credence failed: NoClassDefFoundError: Could not initialize class org.xerial.snappy.Snappy; "
                + REMEDY);
  }

  @Test
  void jarsThatAreAbsent() {
    assertThat(lines(new NoClassDefFoundError("org/apache/flink/api/Plan")))
        .containsExactly(
            "Credence failed: NoClassDefFoundError: org/apache/flink/api/Plan; put Flink's jars, which lie in lib/ beside the job jar, on the class path");
    assertThat(lines(new AssertionError("no\nway")))
        .containsExactly("Credence failed: AssertionError: no way");
  }

  @Test
  void aThreadOfALibrary() throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    try {
      Guarded.threads(new Console(ERR, ERR, false));
      Thread thread =
          new Thread(
              () -> {
                throw new IllegalStateException("no\u001b way");
              },
              "poll");
      thread.start();
      thread.join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(ERR.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("The thread poll failed: IllegalStateException: no\\u001b way");
  }

  @ParameterizedTest
  @CsvSource({"DONE, JOB_FAILED", "WRONG_REQUEST, WRONG_REQUEST", "JOB_FAILED, JOB_FAILED"})
  void aReportThatCannotBePrinted(ExitCode before, ExitCode after) {
    OutputStream full = failing("No space left on device");
    assertThat(speaking(before, new Console(full, ERR, false))).isEqualTo(after);
    assertThat(ERR.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("The report can't be printed: No space left on device");
  }

  @Test
  void aReaderThatHasReadEnough() {
    OutputStream closed = failing("Broken pipe");
    assertThat(speaking(ExitCode.DONE, new Console(closed, ERR, false))).isEqualTo(ExitCode.DONE);
    assertThat(ERR.size()).isZero();
  }

  private static ExitCode speaking(ExitCode exit, Console console) {
    console.println("a");
    return Guarded.printed(exit, console);
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @Test
  void theTraceForThoseWhoAskForIt() {
    System.setProperty(Failures.DEBUG_PROPERTY, "true");
    assertThat(lines(new IllegalStateException("no way")))
        .hasSizeGreaterThan(2)
        .startsWith(
            "Credence failed: IllegalStateException: no way",
            "java.lang.IllegalStateException: no way");
  }
}
