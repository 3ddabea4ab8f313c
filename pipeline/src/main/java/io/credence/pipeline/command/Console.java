package io.credence.pipeline.command;

import java.io.PrintStream;
import java.util.Collection;

/**
 * Where a command speaks.
 *
 * @param out for results
 * @param err for problems and progress
 * @param terminal whether a person is watching
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

  /** Set by the launcher, which can tell in every version of Java. */
  private static final String TERMINAL_PROPERTY = "credence.terminal";

  /** The console of this process. */
  public static Console system() {
    return new Console(System.out, System.err, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  /** One line for each problem of a request. */
  void problems(Collection<String> problems) {
    problems.forEach(err::println);
  }
}
