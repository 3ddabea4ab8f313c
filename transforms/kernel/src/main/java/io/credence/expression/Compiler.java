package io.credence.expression;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

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

  private static final Elementwise NEGATION = Elementwise.unary(x -> -x);
  private static final Elementwise INVERSION =
      Elementwise.unary(x -> Double.isNaN(x) ? x : Operators.truth(x == 0));

  private final Scope scope;
  private final Values values;
  private final LetCompiler lets;
  private final NameCompiler names;
  private final IndexCompiler indices;
  private final CallCompiler calls;
  private final VectorCompiler vectors;
  private int depth;

  /**
   * @param scope what names stand for
   * @param draws the length of a column, which all parameters of the scope have
   */
  public Compiler(Scope scope, int draws) {
    this.scope = scope;
    this.values = new Values(draws);
    this.lets = new LetCompiler(this, scope, draws);
    this.names = new NameCompiler(lets, scope, values);
    this.indices = new IndexCompiler(this, names, scope, values);
    this.calls = new CallCompiler(this, values);
    this.vectors = new VectorCompiler(this);
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
    names.leaveOut(name);
  }

  /** What is wrong with the names that an expression uses, all of them, in their order. */
  public List<ExpressionException> nameFaults(Expression expression) {
    return NameFaults.of(expression, names);
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

  private Value compileAny(Expression expression) throws ExpressionException {
    if (expression instanceof Literal literal) {
      return values.literal(literal.value());
    }
    if (expression instanceof Quoted quoted) {
      return new Text(quoted.value());
    }
    if (expression instanceof Name name) {
      return names.compile(name);
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
      return calls.compile(call);
    }
    if (expression instanceof Vector vector) {
      return vectors.compile(vector);
    }
    if (expression instanceof Faulty) {
      throw new FollowUp(expression.offset());
    }
    throw new ExpressionException("':' can only stand alone as an index", expression.offset());
  }

  private Value compileUnary(Elementwise operation, Expression operand) throws ExpressionException {
    return values.elementwise(operation, List.of(value(operand)), List.of(operand.offset()));
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
}
