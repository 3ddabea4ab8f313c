package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.ExpressionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles parts of a model, and collects their faults. */
final class Parts {

  /** More than anybody mends at once. Each takes a look at all names for one that was meant. */
  private static final int MAX_FAULTS = 30;

  private final Compiler compiler;
  private final List<Fault> faults = new ArrayList<>();

  Parts(Compiler compiler) {
    this.compiler = compiler;
  }

  @FunctionalInterface
  interface Part<T> {
    T compile() throws ExpressionException;
  }

  /**
   * Compiles a part. A faulty step that it uses is reported, and then taken to be a number. Where
   * there are very many faults, the other parts are not looked at.
   *
   * @return null when the part itself has a fault, which was added, or was not looked at
   */
  <T> @Nullable T attempt(String part, Part<T> compilation) {
    while (faults.size() < MAX_FAULTS) {
      try {
        return compilation.compile();
      } catch (ExpressionException e) {
        String step = e.step();
        add(step == null ? part : "let." + step, e);
        if (step == null) {
          return null;
        }
        compiler.assumeNumber(step);
      }
    }
    return null;
  }

  /** The first fault of each part is enough. */
  void add(String part, ExpressionException fault) {
    if (faults.stream().noneMatch(known -> known.part().equals(part))) {
      faults.add(new Fault(part, fault));
    }
  }

  boolean areSound() {
    return faults.isEmpty();
  }

  void requireSound() throws ProgramException {
    if (!faults.isEmpty()) {
      throw new ProgramException(faults);
    }
  }
}
