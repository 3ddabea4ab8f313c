package io.credence.cli.command;

import io.credence.cli.report.Report;
import io.credence.cli.text.Printer;
import io.credence.cli.text.VisibleStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a command speaks, and what it has said that its outcome holds. */
public final class Console {

  /** Set by the launcher, which can tell in every version of Java. */
  private static final String TERMINAL_PROPERTY = "credence.terminal";

  /** More faults than a person reads of one request. */
  private static final int MOST_PROBLEMS = 100;

  private final Printer out;
  private final Printer err;
  private final boolean terminal;
  private final List<String> problems;
  private @Nullable Report report;

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
    // Threads of libraries have problems of their own.
    this(
        new Printer(out, charset),
        new Printer(err, charset),
        terminal,
        Collections.synchronizedList(new ArrayList<>()));
  }

  private Console(Printer out, Printer err, boolean terminal, List<String> problems) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.problems = problems;
  }

  /** A console that leaves standard output to a program; their problems are the same. */
  Console aside() {
    return new Console(err, err, terminal, problems);
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

  /** Prints what a command found out or did. */
  void report(Report found) {
    report = found;
    found.lines().forEach(out::println);
  }

  /** What was reported last; null when nothing was. */
  @Nullable Report report() {
    return report;
  }

  /** Prints one line for a failure, in which what a terminal would obey is escaped. */
  public void problem(String line) {
    problems.add(line);
    err.println(line);
  }

  /** One line for each problem of a request. */
  void problems(Iterable<String> lines) {
    List<String> all = new ArrayList<>();
    lines.forEach(all::add);
    problems.addAll(all);
    all.stream().limit(MOST_PROBLEMS).forEach(err::println);
    if (all.size() > MOST_PROBLEMS) {
      err.println(String.format(Locale.ROOT, "… and %,d more faults", all.size() - MOST_PROBLEMS));
    }
  }

  /** All problems of before, in their order. */
  List<String> problems() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }

  /** Refuses a request, with a line for each of its problems. */
  ExitCode refuse(Iterable<String> lines) {
    problems(lines);
    return ExitCode.WRONG_REQUEST;
  }
}
