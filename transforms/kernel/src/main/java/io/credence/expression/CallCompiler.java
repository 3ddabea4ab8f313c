package io.credence.expression;

import io.credence.distribution.Distributions;
import io.credence.expression.Expression.Call;
import io.credence.expression.Expression.Vector;
import io.credence.problem.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/** Compiles calls of functions, of {@code where} and of {@code dot}. */
final class CallCompiler {

  private final Compiler compiler;
  private final Operands operands;
  private final TensorCompiler tensors;
  private final int draws;

  CallCompiler(Compiler compiler, Operands operands, TensorCompiler tensors, int draws) {
    this.compiler = compiler;
    this.operands = operands;
    this.tensors = tensors;
    this.draws = draws;
  }

  Operand compile(Call call) throws ExpressionException {
    requireFunction(call);
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
      return operands.unary(unary.get(), compileArguments(call, 1).get(0));
    }
    DoubleBinaryOperator function = Function.binary(call.function()).orElseThrow();
    BinaryKernel kernel = BinaryKernel.of(call.function(), function);
    List<Operand> arguments = compileArguments(call, 2);
    return operands.binary(kernel, function, arguments.get(0), arguments.get(1));
  }

  /** Before its arguments are looked at: those of what is no function need not be a function's. */
  private static void requireFunction(Call call) throws ExpressionException {
    Set<String> known = Compiler.functions();
    if (known.contains(call.function())) {
      return;
    }
    throw new ExpressionException(
        Distributions.named(call.function()).isPresent()
            ? "%s is a distribution: it can only be all of predict, or stand in for an unseen level"
                .formatted(call.function())
            : "There is no function '%s'%s; there are: %s"
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
      compiled.add(compiler.compile(argument.value()));
    }
    return compiled;
  }

  private Operand compileDot(Call call) throws ExpressionException {
    requireCount(call, 2);
    List<Operand> left = compileVector(call.arguments().get(0).value());
    List<Operand> right = compileVector(call.arguments().get(1).value());
    if (left.size() != right.size()) {
      throw new ExpressionException(
          "The arguments of dot must be equally long, but have %s and %s elements"
              .formatted(left.size(), right.size()),
          call.offset());
    }
    requireSameOrder(call);
    return Dot.of(left, right, draws);
  }

  /**
   * Elements are multiplied in order; where both sides name the same ones, the orders must agree.
   */
  private void requireSameOrder(Call call) throws ExpressionException {
    List<String> left = elementNames(call.arguments().get(0).value());
    List<String> right = elementNames(call.arguments().get(1).value());
    if (!left.equals(right) && new HashSet<>(left).equals(new HashSet<>(right))) {
      throw new ExpressionException(
          "dot multiplies in order, but its arguments have the same elements in another order: %s and %s"
              .formatted(Label.list(left), Label.list(right)),
          call.offset());
    }
  }

  /** The names in a list, or the labels of a tensor's last dimension; empty for other elements. */
  private List<String> elementNames(Expression vector) throws ExpressionException {
    if (!(vector instanceof Vector list)) {
      return tensors.lastLabels(vector);
    }
    return list.elements().stream()
        .map(element -> element instanceof Expression.Name name ? name.text() : "")
        .toList();
  }

  private List<Operand> compileVector(Expression expression) throws ExpressionException {
    if (expression instanceof Vector vector) {
      List<Operand> elements = new ArrayList<>();
      for (Expression element : vector.elements()) {
        elements.add(compiler.compile(element));
      }
      return elements;
    }
    return tensors.vector(expression);
  }

  private static void requireCount(Call call, int count) throws ExpressionException {
    if (call.arguments().size() != count) {
      throw new ExpressionException(
          "%s takes %s argument%s, but found %s"
              .formatted(call.function(), count, count == 1 ? "" : "s", call.arguments().size()),
          call.offset());
    }
  }
}
