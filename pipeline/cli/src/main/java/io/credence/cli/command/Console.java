package io.credence.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Where a command speaks. */
public final class Console {

  /** Set by the launcher, which can tell in every version of Java. */
  private static final String TERMINAL_PROPERTY = "credence.terminal";

  /** More faults than a person reads of one request. */
  private static final int MOST_PROBLEMS = 100;

  private final Printer out;
  private final Printer err;
  private final boolean terminal;

  /**
   * A console that speaks UTF-8.
   *
   * @param out for results
   * @param err for problems and progress
   * @param terminal whether a person is watching
   */
  public Console(OutputStream out, OutputStream err, boolean terminal) {
    this(out, err, terminal, StandardCharsets.UTF_8);
  }

  private Console(OutputStream out, OutputStream err, boolean terminal, Charset charset) {
    this.out = new Printer(out, charset);
    this.err = new Printer(err, charset);
    this.terminal = terminal;
  }

  /**
   * The console of this process, which is ours alone: from now on, what libraries log passes the
   * same escapes.
   */
  public static Console ofProcess() {
    Charset charset = charset();
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    System.setErr(new PrintStream(new VisibleStream(err, charset), true, StandardCharsets.UTF_8));
    boolean terminal = Boolean.getBoolean(TERMINAL_PROPERTY);
    return new Console(new FileOutputStream(FileDescriptor.out), err, terminal, charset);
  }

  /** Java 17 and 18 know only that of the machine. */
  private static Charset charset() {
    return Charset.forName(
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
  }

  /** Prints a line of results, in which what a terminal would obey is escaped. */
  public void println(String line) {
    out.println(line);
  }

  Printer out() {
    return out;
  }

  Printer err() {
    return err;
  }

  boolean terminal() {
    return terminal;
  }

  /** One line for each problem of a request. */
  void problems(List<String> problems) {
    problems.stream().limit(MOST_PROBLEMS).forEach(err::println);
    if (problems.size() > MOST_PROBLEMS) {
      err.println(
          String.format(Locale.ROOT, "… and %,d more faults", problems.size() - MOST_PROBLEMS));
    }
  }
}
