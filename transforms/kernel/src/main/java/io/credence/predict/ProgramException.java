package io.credence.predict;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a model's expressions can't be compiled, with all faults. */
public final class ProgramException extends Exception {

  private final transient List<Fault> faults;

  ProgramException(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.part() + ": " + fault.exception().reason())
            .collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
