package io.credence.expression;

import io.credence.distribution.Distributions;
import io.credence.distribution.Parameter;
import io.credence.expression.Expression.Binary;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Faulty;
import io.credence.expression.Expression.Index;
import io.credence.expression.Expression.Literal;
import io.credence.expression.Expression.Name;
import io.credence.expression.Expression.Negation;
import io.credence.expression.Expression.Not;
import io.credence.expression.Expression.Quoted;
import io.credence.expression.Expression.Vector;
import io.credence.problem.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** The one name that has a meaning where the model gives it none. */
  private static final String PI = "pi";

  /** In PyMC, too, the name of a function and, in capitals, of a distribution. */
  private static final String LOGISTIC = "logistic";

  private static final Elementwise NEGATION = Elementwise.unary(x -> -x);
  private static final Elementwise INVERSION =
      Elementwise.unary(x -> Double.isNaN(x) ? x : Operators.truth(x == 0));

  private final Scope scope;
  private final Values values;
  private final IndexCompiler indices;
  private final LetCompiler lets;
  private int depth;
  private final Set<String> leftOut = new HashSet<>();

  /**
   * @param scope what names stand for
   * @param draws the length of a column, which all parameters of the scope have
   */
  public Compiler(Scope scope, int draws) {
    this.scope = scope;
    this.values = new Values(draws);
    this.indices = new IndexCompiler(this, scope, values);
    this.lets = new LetCompiler(this, scope, draws);
  }

  /**
   * Compiles an expression that must be a number.
   *
   * @throws ExpressionException at the first fault: an unknown name or function, a wrong number of
   *     arguments or indices, a type that does not belong where it stands, a cycle of let steps,
   *     levels that do not fit a dimension
   */
  public Operand compile(Expression expression) throws ExpressionException {
    return (Operand) values.settled(values.number(value(expression), expression.offset()));
  }

  /**
   * Compiles an expression of any type.
   *
   * @throws ExpressionException as {@link #compile}
   */
  public Value value(Expression expression) throws ExpressionException {
    if (depth == MAX_DEPTH) {
      throw new ExpressionException(
          ("With the let steps that use this one, operations are nested more than %s levels deep;"
                  + " make fewer nested steps use each other")
              .formatted(MAX_DEPTH),
          expression.offset());
    }
    depth++;
    try {
      return values.settled(values.effort().computed(compileAny(expression), expression.offset()));
    } finally {
      depth--;
    }
  }

  /**
   * Compiles an argument that must have the shape of a parameter.
   *
   * @param what it is, for messages, such as {@code p of categorical}
   * @throws ExpressionException as {@link #compile}
   */
  public Columns columns(Expression expression, Parameter.Shape shape, String what)
      throws ExpressionException {
    if (shape == Parameter.Shape.NUMBER) {
      return Columns.of(compile(expression));
    }
    return Columns.of(
        Columns.shaped(value(expression), shape, what, expression.offset()), values.draws());
  }

  /**
   * Compiles an expression of numbers: one, or those of an array.
   *
   * @throws ExpressionException as {@link #compile}
   */
  public Columns columns(Expression expression) throws ExpressionException {
    return value(expression) instanceof Array array
        ? Columns.of(array, values.draws())
        : Columns.of(compile(expression));
  }

  /**
   * Takes note that what has this name has a fault that was reported. An expression that uses it
   * ends in a {@link FollowUp}.
   */
  public void leaveOut(String name) {
    leftOut.add(name);
  }

  /** What is wrong with the names that an expression uses, all of them, in their order. */
  public List<ExpressionException> nameFaults(Expression expression) {
    return NameFaults.of(expression, this);
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
    return indices.substitutions();
  }

  /**
   * The elements of a parameter that an index chooses where a level of a feature is unseen.
   *
   * @throws ExpressionException when it is no parameter, or not indexed by the feature
   */
  public List<Substitution> places(Index index, String feature) throws ExpressionException {
    return indices.places(index, feature);
  }

  /** Places as a list, whose labels can be compared with those of what fills them. */
  public Symbol.Dimension axis(List<Substitution> places) {
    return PlaceLabels.axis(places, scope);
  }

  /** All functions, in the order of the alphabet. */
  public static List<FunctionDeclaration> functions() {
    return Functions.declarations();
  }

  /**
   * Whether a call is one of a distribution. The name {@code logistic} is that of a function as
   * well: with one argument without a name, as functions have it, it is the function.
   */
  public static boolean isDistribution(Call call) {
    boolean isFunction =
        isDistributionToo(call.function())
            && call.arguments().size() == 1
            && call.arguments().get(0).name() == null;
    return !isFunction && Distributions.isCallable(call.function());
  }

  /** Whether the name of a function is that of a distribution as well. */
  public static boolean isDistributionToo(String function) {
    return function.equals(LOGISTIC);
  }

  /** Whether there is a function of this name. */
  public static boolean isFunction(String name) {
    return Functions.declaration(name).isPresent();
  }

  private Value compileAny(Expression expression) throws ExpressionException {
    if (expression instanceof Literal literal) {
      return values.literal(literal.value());
    }
    if (expression instanceof Quoted quoted) {
      return new Text(quoted.value());
    }
    if (expression instanceof Name name) {
      return compileName(name);
    }
    if (expression instanceof Index index) {
      return indices.compile(index);
    }
    if (expression instanceof Negation negation) {
      return compileUnary(NEGATION, negation.operand());
    }
    if (expression instanceof Not not) {
      return compileUnary(INVERSION, not.operand());
    }
    if (expression instanceof Binary binary) {
      return compileBinary(binary);
    }
    if (expression instanceof Call call) {
      return compileCall(call);
    }
    if (expression instanceof Vector vector) {
      return compileVector(vector);
    }
    if (expression instanceof Faulty) {
      throw new FollowUp(expression.offset());
    }
    throw new ExpressionException("':' can only stand alone as an index", expression.offset());
  }

  private Value compileUnary(Elementwise operation, Expression operand) throws ExpressionException {
    return values.elementwise(operation, List.of(value(operand)), List.of(operand.offset()));
  }

  private boolean isPi(Name name) {
    return name.text().equals(PI) && scope.resolve(PI).isEmpty();
  }

  /** Refuses a name that stands for nothing, or for what can't be used, here or later. */
  void requireName(Name name) throws ExpressionException {
    if (!isPi(name) && !scope.isDrawnLater(name.text())) {
      resolve(name);
    }
  }

  private Value compileName(Name name) throws ExpressionException {
    if (isPi(name)) {
      return values.literal(Math.PI);
    }
    Symbol symbol = resolve(name);
    Hidden.requireClear(name, symbol, scope);
    if (symbol instanceof Symbol.NumberFeature feature) {
      return new FeatureOperand(feature, values.draws());
    }
    if (symbol instanceof Symbol.VectorFeature feature) {
      return new FeatureVector(feature);
    }
    if (symbol instanceof Symbol.LevelFeature feature) {
      return new Level(feature);
    }
    if (symbol instanceof Symbol.Let let) {
      return lets.compile(name, let);
    }
    if (symbol instanceof Symbol.Drawn drawn) {
      return drawn.classes().isEmpty() ? new DrawnNumbers(drawn) : new DrawnClasses(drawn);
    }
    if (symbol instanceof Symbol.DrawnVector drawn) {
      return new DrawnElements(drawn);
    }
    return values.simplified(new WholeTensor((Symbol.Tensor) symbol, values.draws()));
  }

  /** The elements that are names label the axis, so that their order can be compared. */
  private Value compileVector(Vector vector) throws ExpressionException {
    if (vector.elements().stream().allMatch(Vector.class::isInstance)) {
      return compileMatrix(vector);
    }
    List<Operand> elements = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Expression element : vector.elements()) {
      elements.add(compile(element));
      labels.add(element instanceof Name name ? name.text() : "");
    }
    return ListArray.of(Shape.of(new Symbol.Dimension("", elements.size(), labels)), elements);
  }

  /** Rows of numbers, such as {@code [[a, 0], [b, c]]}. */
  private Value compileMatrix(Vector rows) throws ExpressionException {
    int columns = ((Vector) rows.elements().get(0)).elements().size();
    List<Operand> elements = new ArrayList<>();
    for (Expression each : rows.elements()) {
      Vector row = (Vector) each;
      if (row.elements().size() != columns) {
        throw new ExpressionException(
            "The rows of a matrix must have as many elements as the first one, %s, but this has %s"
                .formatted(columns, row.elements().size()),
            row.offset());
      }
      for (Expression element : row.elements()) {
        elements.add(compile(element));
      }
    }
    return ListArray.of(
        Shape.of(Shape.ordered(rows.elements().size()), Shape.ordered(columns)), elements);
  }

  private Value compileCall(Call call) throws ExpressionException {
    requireFunction(call);
    List<Value> arguments = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      if (argument.name() != null) {
        throw new ExpressionException(
            "%s takes no argument by name, but found %s = …"
                .formatted(call.function(), argument.name()),
            argument.value().offset());
      }
    }
    Functions.requireCount(call.function(), call.arguments().size(), call.offset());
    for (Expression.Argument argument : call.arguments()) {
      Value value = value(argument.value());
      values.effort().read(value, argument.value().offset());
      arguments.add(value);
      offsets.add(argument.value().offset());
    }
    return Functions.compile(
        new CallArguments(values, arguments, offsets, call.function(), call.offset()));
  }

  /** Refuses a call of what is neither function nor distribution. */
  static void requireKnown(Call call) throws ExpressionException {
    if (!isFunction(call.function()) && !Distributions.isCallable(call.function())) {
      throw UnknownFunction.function(call.function(), call.offset());
    }
  }

  /** Before its arguments are looked at: those of what is no function need not be a function's. */
  private static void requireFunction(Call call) throws ExpressionException {
    requireKnown(call);
    if (isDistribution(call)) {
      throw new ExpressionException(
          "%s is a distribution%s: it can only be all of predict, of an output or of a draw step, or stand in for an unseen level"
              .formatted(
                  call.function(),
                  isFunction(call.function()) ? ", unless it has one argument without a name" : ""),
          call.offset());
    }
  }

  /** Goes down to the left without recursion, because sums may have thousands of terms. */
  private Value compileBinary(Binary last) throws ExpressionException {
    Deque<Binary> chain = new ArrayDeque<>(List.of(last));
    while (chain.getFirst().left() instanceof Binary left) {
      chain.addFirst(left);
    }
    Value result = value(chain.getFirst().left());
    for (Binary each : chain) {
      Value combined = combine(each, result, value(each.right()));
      result = values.settled(values.effort().computed(combined, each.offset()));
    }
    return result;
  }

  private Value combine(Binary binary, Value left, Value right) throws ExpressionException {
    if (LevelComparison.applies(left, right)) {
      return LevelComparison.of(binary, left, right, values.draws());
    }
    return values.elementwise(
        Operators.ofNumbers(binary.operator()),
        List.of(left, right),
        List.of(binary.left().offset(), binary.right().offset()));
  }

  /** The labels of a coordinate; empty when there is none of this name. */
  public List<String> labels(String coordinate) {
    return scope.labels(coordinate);
  }

  Symbol resolve(Name name) throws ExpressionException {
    if (leftOut.contains(name.text())) {
      throw new FollowUp(name.offset());
    }
    Optional<String> ambiguity = scope.ambiguity(name.text());
    if (ambiguity.isPresent()) {
      throw new ExpressionException(ambiguity.get(), name.offset());
    }
    Symbol symbol =
        scope
            .resolve(name.text())
            .orElseThrow(
                () ->
                    new ExpressionException(
                        scope.isDrawnLater(name.text())
                            ? drawnLater(name.text())
                            : "There is no feature, parameter, constant or let step '%s'%s"
                                .formatted(
                                    name.text(), Suggestion.didYouMean(name.text(), scope.names())),
                        name.offset()));
    String fault =
        symbol instanceof Symbol.Tensor ? scope.unusable(name.text()).orElse(null) : null;
    if (fault != null) {
      throw new ExpressionException(fault, name.offset());
    }
    return symbol;
  }

  private static String drawnLater(String name) {
    return "'%s' is not drawn before this is needed: random steps are drawn in the order in which draw has them, so put it before those that use it"
        .formatted(name);
  }
}
