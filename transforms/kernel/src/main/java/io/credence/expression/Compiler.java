package io.credence.expression;

import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.model.Inputs;
import io.credence.problem.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/**
 * Binds expressions to a scope and compiles them to operands.
 *
 * <p>What depends on parameters alone is evaluated here, once; what depends on the record alone is
 * evaluated as one number; only what depends on both is evaluated draw by draw for each record.
 *
 * <p>Let steps are compiled when an expression first uses them, in whatever order they stand in the
 * model; after the last {@link #compile}, {@link #steps} holds those that must be evaluated for
 * each record, in an order in which each finds what it needs.
 */
public final class Compiler {

  /**
   * It bounds nested let steps that use each other; a default stack of 1 MB holds it, interpreted
   * or compiled.
   */
  private static final int MAX_DEPTH = 500;

  private final Scope scope;
  private final Operands operands;
  private final TensorCompiler tensors;
  private final LetCompiler lets;
  private final CallCompiler calls;
  private final Inputs none = new Inputs(0);
  private int depth;

  /**
   * @param scope what names stand for
   * @param draws the length of a column, which all parameters of the scope have
   */
  public Compiler(Scope scope, int draws) {
    this.scope = scope;
    this.operands = new Operands(draws);
    this.tensors = new TensorCompiler(this, scope, draws);
    this.lets = new LetCompiler(this, scope, draws);
    this.calls = new CallCompiler(this, operands, tensors, draws);
  }

  /**
   * Compiles an expression.
   *
   * @throws ExpressionException at the first fault: an unknown name or function, a wrong number of
   *     arguments or indices, a cycle of let steps, levels that do not fit a dimension
   */
  public Operand compile(Expression expression) throws ExpressionException {
    if (depth == MAX_DEPTH) {
      throw new ExpressionException(
          ("With the let steps that use this one, operations are nested more than %s levels deep;"
                  + " make fewer nested steps use each other")
              .formatted(MAX_DEPTH),
          expression.offset());
    }
    depth++;
    try {
      return operands.settle(compileAny(expression), none);
    } finally {
      depth--;
    }
  }

  /** Takes a let step that has a fault for a number, so that what uses it can be checked too. */
  public void assumeNumber(String step) {
    lets.put(step, operands.literal(1));
  }

  /** The let steps to evaluate for each record, in order. */
  public List<LetStep> steps() {
    return lets.steps();
  }

  /**
   * The places where an unseen level needs a substitute, in order, with the column where it must
   * stand when expressions are evaluated for a record that has such a level.
   */
  public Map<Substitution, double[]> substitutions() {
    return tensors.substitutions();
  }

  /** The names of all functions, sorted. */
  public static Set<String> functions() {
    Set<String> functions = new TreeSet<>(Function.unaryNames());
    functions.addAll(Function.binaryNames());
    functions.addAll(List.of("where", "dot"));
    return functions;
  }

  private Operand compileAny(Expression expression) throws ExpressionException {
    if (expression instanceof Literal literal) {
      return operands.literal(literal.value());
    }
    if (expression instanceof Name name) {
      return compileName(name);
    }
    if (expression instanceof Index index) {
      return tensors.indexed(index);
    }
    if (expression instanceof Negation negation) {
      return operands.unary(x -> -x, compile(negation.operand()));
    }
    if (expression instanceof Binary binary) {
      return compileBinary(binary);
    }
    if (expression instanceof Call call) {
      return calls.compile(call);
    }
    throw new ExpressionException(
        "A list in brackets can only be an argument of dot", expression.offset());
  }

  private Operand compileName(Name name) throws ExpressionException {
    Symbol symbol = resolve(name);
    if (symbol instanceof Symbol.NumberFeature feature) {
      return operands.number(feature.slot());
    }
    if (symbol instanceof Symbol.LevelFeature feature) {
      if (feature.numeric()) {
        return operands.number(feature.slot());
      }
      throw new ExpressionException(
          "Feature '%s' is a text and can only index a parameter, as in beta[%s]"
              .formatted(name.text(), name.text()),
          name.offset());
    }
    if (symbol instanceof Symbol.Let let) {
      return lets.compile(name, let);
    }
    return tensors.scalar((Symbol.Tensor) symbol, name.offset());
  }

  /** Goes down to the left without recursion, because sums may have thousands of terms. */
  private Operand compileBinary(Binary last) throws ExpressionException {
    Deque<Binary> chain = new ArrayDeque<>(List.of(last));
    while (chain.getFirst().left() instanceof Binary left) {
      chain.addFirst(left);
    }
    Operand result = compile(chain.getFirst().left());
    for (Binary each : chain) {
      result = operands.settle(combine(each, result, compile(each.right())), none);
    }
    return result;
  }

  private Operand combine(Binary binary, Operand left, Operand right) {
    DoubleBinaryOperator function =
        switch (binary.operator()) {
          case "+" -> Double::sum;
          case "-" -> (a, b) -> a - b;
          case "*" -> (a, b) -> a * b;
          case "/" -> (a, b) -> a / b;
          default -> Function.operator(binary.operator()).orElseThrow();
        };
    return operands.binary(BinaryKernel.of(binary.operator(), function), function, left, right);
  }

  Symbol resolve(Name name) throws ExpressionException {
    return scope
        .resolve(name.text())
        .orElseThrow(
            () ->
                new ExpressionException(
                    "There is no feature, parameter, constant or let step '%s'%s"
                        .formatted(name.text(), Suggestion.didYouMean(name.text(), scope.names())),
                    name.offset()));
  }
}
