package io.credence.expression;

import io.credence.expression.Expression.Argument;
import io.credence.expression.Expression.Call;
import java.util.ArrayList;
import java.util.List;

/** Compiles calls of functions. */
final class CallCompiler {

  private final Compiler compiler;
  private final Values values;

  CallCompiler(Compiler compiler, Values values) {
    this.compiler = compiler;
    this.values = values;
  }

  Value compile(Call call) throws ExpressionException {
    requireFunction(call);
    List<Value> arguments = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      if (argument.name() != null) {
        throw new ExpressionException(
            "%s takes no argument by name, but found %s = …"
                .formatted(call.function(), argument.name()),
            argument.value().offset());
      }
    }
    Functions.requireCount(call.function(), call.arguments().size(), call.offset());
    for (Argument argument : call.arguments()) {
      Value value = compiler.value(argument.value());
      values.effort().read(value, argument.value().offset());
      arguments.add(value);
      offsets.add(argument.value().offset());
    }
    return Functions.compile(
        new CallArguments(values, arguments, offsets, call.function(), call.offset()));
  }

  /** Before its arguments are looked at: those of what is no function need not be a function's. */
  private static void requireFunction(Call call) throws ExpressionException {
    Calls.requireKnown(call);
    if (Calls.isDistribution(call)) {
      throw new ExpressionException(
          "%s is a distribution%s: it can only be all of predict, of an output or of a draw step, or stand in for an unseen level"
              .formatted(
                  call.function(),
                  Calls.isFunction(call.function())
                      ? ", unless it has one argument without a name"
                      : ""),
          call.offset());
    }
  }
}
