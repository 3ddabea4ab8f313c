package io.credence.cli.command;

/** How a command ended, as the exit code of its process. */
public enum ExitCode {
  DONE(0, "done"),
  JOB_FAILED(1, "failed"),
  WRONG_REQUEST(2, "refused"),
  TOO_MANY_DEAD_LETTERS(3, "too_many_dead_letters"),
  GATE_NOT_MET(4, "gate_not_met");

  private final int number;
  private final String status;

  ExitCode(int number, String status) {
    this.number = number;
    this.status = status;
  }

  public int number() {
    return number;
  }

  /** The word for it in a report's JSON. */
  String status() {
    return status;
  }
}
