package io.credence.predict;

import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.FollowUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles parts of a model, and collects their faults. */
final class Parts {

  /** More than anybody mends at once. Each takes a look at all names for one that was meant. */
  private static final int MAX_FAULTS = 30;

  private final Compiler compiler;
  private final Map<String, Expression> let;
  private final List<Fault> faults = new ArrayList<>();
  private boolean sound = true;

  Parts(Compiler compiler, Map<String, Expression> let) {
    this.compiler = compiler;
    this.let = let;
  }

  @FunctionalInterface
  interface Part<T> {
    T compile() throws ExpressionException;
  }

  /**
   * Compiles a part. A faulty step that it uses is reported, and the part left out. Where there are
   * very many faults, the other parts are not looked at.
   *
   * @param source the part's expression
   * @return null when the part itself has a fault, which was added, uses what has one, or was not
   *     looked at
   */
  <T> @Nullable T attempt(String part, Expression source, Part<T> compilation) {
    while (faults.size() < MAX_FAULTS) {
      try {
        return compilation.compile();
      } catch (FollowUp e) {
        sound = false;
        addNameFaults(part, source);
        return null;
      } catch (ExpressionException e) {
        String step = e.step();
        if (step == null) {
          add(part, e);
          addNameFaults(part, source);
          return null;
        }
        add("let." + step, e);
        addNameFaults("let." + step, let.getOrDefault(step, source));
        compiler.leaveOut(step);
      }
    }
    return null;
  }

  /** The first fault of each part is enough, but for names, which are all reported. */
  void add(String part, ExpressionException fault) {
    sound = false;
    if (faults.stream().noneMatch(known -> known.part().equals(part))) {
      faults.add(new Fault(part, fault));
    }
  }

  private void addNameFaults(String part, Expression source) {
    for (ExpressionException each : compiler.nameFaults(source)) {
      if (faults.size() < MAX_FAULTS
          && faults.stream().noneMatch(known -> isSame(known, part, each))) {
        faults.add(new Fault(part, each));
      }
    }
  }

  /** One name is reported once for each part, where it stands first. */
  private static boolean isSame(Fault known, String part, ExpressionException fault) {
    return known.part().equals(part)
        && (known.exception().offset() == fault.offset()
            || known.exception().reason().equals(fault.reason()));
  }

  boolean areSound() {
    return sound;
  }

  void requireSound() throws ProgramException {
    if (!sound) {
      throw new ProgramException(faults);
    }
  }
}
