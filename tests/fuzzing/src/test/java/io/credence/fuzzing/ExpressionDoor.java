package io.credence.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import io.credence.expression.Parser;
import io.credence.folder.ModelException;
import io.credence.model.ModelDescription;
import io.credence.predict.ExpressionModel;
import io.credence.predict.Fault;
import io.credence.predict.ProgramException;
import io.credence.problem.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions, as a model compiles and evaluates them: a line each. The last one is the prediction.
 * One that begins with {@code ~} is a draw step, one with {@code ?KEY:} stands in for unseen levels
 * of {@code shop}, all others are let steps; the steps are named {@code s0}, {@code s1} and so on.
 */
final class ExpressionDoor implements Door {

  private final ModelDescription known;

  ExpressionDoor() {
    try {
      known = ((ExpressionModel) new Everything().load()).description();
    } catch (ModelException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String enter(byte[] bytes) {
    Lines lines = new Lines();
    try {
      new String(bytes, UTF_8).lines().forEach(lines::add);
      return Trial.of(lines.model(known).typed(Set.of()));
    } catch (Unparsable e) {
      return e.words;
    } catch (ProgramException e) {
      return Refusal.of(e.faults().stream().map(lines::shown).toList());
    }
  }

  /** A line that is no expression. */
  private static final class Unparsable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String words;

    Unparsable(String words) {
      super(words);
      this.words = words;
    }
  }

  /** What the lines say. */
  private static final class Lines {

    private final Map<String, Expression> let = new LinkedHashMap<>();
    private final Map<String, Expression> draw = new LinkedHashMap<>();
    private final Map<String, Expression> unseen = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private @Nullable String last;

    void add(String line) {
      if (last != null) {
        put(last);
      }
      last = line;
    }

    private void put(String line) {
      int colon = line.indexOf(": ");
      String step = "s" + (let.size() + draw.size());
      if (line.startsWith("~")) {
        draw.put(step, parse("draw." + step, line.substring(1)));
      } else if (line.startsWith("?") && colon > 0) {
        String key = line.substring(1, colon);
        unseen.put(key, parse("unseen.shop." + key, line.substring(colon + 2)));
      } else {
        let.put(step, parse("let." + step, line));
      }
    }

    ExpressionModel model(ModelDescription known) {
      Expression predict = parse("predict", last == null ? "" : last);
      return new ExpressionModel(
          known,
          let,
          draw,
          predict,
          Map.of(),
          unseen.isEmpty() ? Map.of() : Map.of("shop", unseen));
    }

    private Expression parse(String part, String source) {
      sources.put(part, source);
      try {
        return Parser.parse(source);
      } catch (ExpressionException e) {
        throw new Unparsable(Refusal.of(List.of(shown(new Fault(part, e)))));
      }
    }

    /** A fault must point into the expression where it stands. */
    String shown(Fault fault) {
      int offset = fault.exception().offset();
      String source = sources.get(fault.part());
      if (source == null || offset < 0 || offset > source.length()) {
        throw new AssertionError("character " + offset + " of " + fault.part() + ": " + source);
      }
      return Excerpt.of(fault.part()) + ": " + fault.exception().reason() + " at " + offset;
    }
  }
}
