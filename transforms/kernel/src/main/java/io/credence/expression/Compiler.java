package io.credence.expression;

import io.credence.distribution.Families;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Vector;
import io.credence.problem.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

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

  /** Without a limit, hostile input could exhaust the stack. */
  private static final int MAX_LET_DEPTH = 200;

  /** It bounds nested let steps that use each other; half of a default stack suffices for it. */
  private static final int MAX_DEPTH = 500;

  private final Scope scope;
  private final Operands operands;
  private final TensorCompiler tensors;
  private final Inputs none;
  private final int draws;
  private final Map<String, Operand> lets = new LinkedHashMap<>();

  /** By name, the offset of the use that led to the step, in the source of the step before. */
  private final Map<String, Integer> letsInProgress = new LinkedHashMap<>();

  private final List<LetStep> steps = new ArrayList<>();
  private int depth;

  /**
   * @param scope what names stand for
   * @param draws the length of a column, which all parameters of the scope have
   */
  public Compiler(Scope scope, int draws) {
    this.scope = scope;
    this.draws = draws;
    this.operands = new Operands(draws);
    this.tensors = new TensorCompiler(this, scope, operands, draws);
    this.none = new Inputs(0, 0, 0);
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
    return List.copyOf(steps);
  }

  /** The places where an unseen level needs a substitute; their positions are those of Inputs. */
  public List<Substitution> substitutions() {
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
      return compileCall(call);
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
      return compileLet(name, let);
    }
    return tensors.scalar((Symbol.Tensor) symbol, name.offset());
  }

  private Operand compileLet(Name name, Symbol.Let let) throws ExpressionException {
    Operand known = lets.get(name.text());
    if (known != null) {
      return known;
    }
    if (letsInProgress.containsKey(name.text())) {
      throw cycle(name);
    }
    if (letsInProgress.size() == MAX_LET_DEPTH) {
      throw new ExpressionException(
          "Let steps use each other more than %d levels deep".formatted(MAX_LET_DEPTH),
          name.offset());
    }
    letsInProgress.put(name.text(), name.offset());
    Operand operand;
    try {
      operand = compile(let.expression());
    } catch (ExpressionException e) {
      throw e.inStep(name.text());
    } finally {
      letsInProgress.remove(name.text());
    }
    if (!operand.fixed()) {
      LetStep step = new LetStep(name.text(), operand, draws);
      steps.add(step);
      operand = step.result();
    }
    lets.put(name.text(), operand);
    return operand;
  }

  private ExpressionException cycle(Name name) {
    List<String> path = new ArrayList<>(letsInProgress.keySet());
    path = path.subList(path.indexOf(name.text()), path.size());
    String message =
        "The let steps form a cycle: %s -> %s".formatted(String.join(" -> ", path), name.text());
    // The fault is told of the step where the cycle begins, so it points to the use in its source.
    int offset = path.size() == 1 ? name.offset() : letsInProgress.getOrDefault(path.get(1), 0);
    return new ExpressionException(message, offset).inStep(name.text());
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

  private Operand compileCall(Call call) throws ExpressionException {
    for (Expression.Argument argument : call.arguments()) {
      if (argument.name() != null) {
        throw new ExpressionException(
            "%s takes no argument by name, but found %s = …"
                .formatted(call.function(), argument.name()),
            argument.value().offset());
      }
    }
    return switch (call.function()) {
      case "where" -> {
        List<Operand> arguments = compileArguments(call, 3);
        yield operands.where(arguments.get(0), arguments.get(1), arguments.get(2));
      }
      case "dot" -> compileDot(call);
      default -> compileFunction(call);
    };
  }

  private Operand compileFunction(Call call) throws ExpressionException {
    var unary = Function.unary(call.function());
    if (unary.isPresent()) {
      DoubleUnaryOperator function = unary.get();
      return operands.unary(function, compileArguments(call, 1).get(0));
    }
    var binary = Function.binary(call.function());
    if (binary.isPresent()) {
      List<Operand> arguments = compileArguments(call, 2);
      BinaryKernel kernel = BinaryKernel.of(call.function(), binary.get());
      return operands.binary(kernel, binary.get(), arguments.get(0), arguments.get(1));
    }
    if (Families.named(call.function()).isPresent()) {
      throw new ExpressionException(
          "%s is a distribution: it can only be all of predict, or stand in for an unseen level"
              .formatted(call.function()),
          call.offset());
    }
    Set<String> known = functions();
    throw new ExpressionException(
        "There is no function '%s'%s; there are: %s"
            .formatted(
                call.function(),
                Suggestion.didYouMean(call.function(), known),
                String.join(", ", known)),
        call.offset());
  }

  private List<Operand> compileArguments(Call call, int count) throws ExpressionException {
    requireCount(call, count);
    List<Operand> compiled = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      compiled.add(compile(argument.value()));
    }
    return compiled;
  }

  private Operand compileDot(Call call) throws ExpressionException {
    requireCount(call, 2);
    List<Operand> left = compileVector(call.arguments().get(0).value());
    List<Operand> right = compileVector(call.arguments().get(1).value());
    if (left.size() != right.size()) {
      throw new ExpressionException(
          "The arguments of dot must be equally long, but have %d and %d elements"
              .formatted(left.size(), right.size()),
          call.offset());
    }
    return Dot.of(left, right, draws);
  }

  private List<Operand> compileVector(Expression expression) throws ExpressionException {
    if (expression instanceof Vector vector) {
      List<Operand> elements = new ArrayList<>();
      for (Expression element : vector.elements()) {
        elements.add(compile(element));
      }
      return elements;
    }
    return tensors.vector(expression);
  }

  private static void requireCount(Call call, int count) throws ExpressionException {
    if (call.arguments().size() != count) {
      throw new ExpressionException(
          "%s takes %d argument%s, but found %d"
              .formatted(call.function(), count, count == 1 ? "" : "s", call.arguments().size()),
          call.offset());
    }
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
