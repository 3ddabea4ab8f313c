package io.credence.cli.command;

/** How a command ended, as the exit code of its process. */
public enum ExitCode {
  DONE(0),
  JOB_FAILED(1),
  WRONG_REQUEST(2),
  TOO_MANY_DEAD_LETTERS(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
