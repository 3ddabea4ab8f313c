package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Domain;
import io.credence.distribution.Modifier;
import io.credence.distribution.Parameter;
import io.credence.distribution.Parametrisation;
import io.credence.distribution.Relation;
import io.credence.draws.DrawColumn;
import io.credence.expression.Compiler;
import io.credence.expression.Expression;
import io.credence.expression.Expression.Call;
import io.credence.expression.ExpressionException;
import io.credence.model.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A call whose arguments are calls of distributions, and bounds or weights. */
final class ModifierCall implements Bound {

  private final Distribution distribution;
  private final Parametrisation parametrisation;
  private final List<Bound> inner;
  private final BoundColumns own;
  private final boolean ownFirst;
  private final DrawColumn[] columns;

  private ModifierCall(
      Distribution distribution, List<Bound> inner, BoundColumns own, boolean ownFirst) {
    this.distribution = distribution;
    this.parametrisation = distribution.parametrisations().get(0);
    this.inner = List.copyOf(inner);
    this.own = own;
    this.ownFirst = ownFirst;
    this.columns = new DrawColumn[own.count() + inner.stream().mapToInt(Bound::count).sum()];
  }

  static ModifierCall compile(Call call, Modifier modifier, Compiler compiler)
      throws ExpressionException {
    ModifierArguments.requireShallow(call);
    boolean mixes = modifier == Modifier.MIXTURE;
    ModifierArguments arguments = ModifierArguments.of(call, mixes);
    List<Bound> inner = new ArrayList<>();
    for (Expression each : arguments.inner()) {
      inner.add(Bound.compile(ModifierArguments.distribution(each, call.function()), compiler));
    }
    Distribution made = made(modifier, inner, call.offset());
    List<Parameter> parameters = made.parametrisations().get(0).parameters();
    Parametrisation bounds =
        Parametrisation.of(
            mixes
                ? new Parameter[] {Parameter.vector("w", Domain.UNIT_INTERVAL)}
                : parameters
                    .subList(parameters.size() - 2, parameters.size())
                    .toArray(Parameter[]::new));
    Arguments bound = Arguments.bind(arguments.own(), List.of(bounds), compiler);
    BoundColumns own = new BoundColumns(call.function(), bounds.parameters(), bound.values());
    if (mixes && own.count() != inner.size()) {
      throw new ExpressionException(
          "mixture has %s weights, but %s distributions".formatted(own.count(), inner.size()),
          bound.offsets()[0]);
    }
    ModifierCall result = new ModifierCall(made, inner, own, mixes);
    if (own.constant()) {
      result.requireOwnRelation(bound.offsets()[bound.offsets().length - 1]);
    }
    return result;
  }

  private static Distribution made(Modifier modifier, List<Bound> inner, int offset)
      throws ExpressionException {
    try {
      return modifier.of(inner.stream().map(Bound::distribution).toList());
    } catch (IllegalArgumentException e) {
      throw new ExpressionException(String.valueOf(e.getMessage()), offset);
    }
  }

  /** No record could be scored where constants break it. */
  private void requireOwnRelation(int offset) throws ExpressionException {
    DrawColumn[] every =
        Stream.generate(DrawColumn::new).limit(columns.length).toArray(DrawColumn[]::new);
    DrawColumn[] constants = own.constants();
    int from = ownFirst ? 0 : columns.length - constants.length;
    System.arraycopy(constants, 0, every, from, constants.length);
    List<Relation> relations = parametrisation.relations();
    Relation last = relations.get(relations.size() - 1);
    if (last.firstBroken(every, 1) != Domain.NONE) {
      throw new ExpressionException(
          "%s of %s must be %s, but is %s"
              .formatted(
                  parametrisation.names().get(last.parameter()),
                  distribution.name(),
                  last.condition(),
                  every[last.parameter()].get(0)),
          offset);
    }
  }

  @Override
  public Distribution distribution() {
    return distribution;
  }

  @Override
  public int count() {
    return columns.length;
  }

  @Override
  public boolean constant() {
    return own.constant() && inner.stream().allMatch(Bound::constant);
  }

  @Override
  public DrawColumn[] columns(Inputs inputs, int n) throws UnscorableException {
    int next = ownFirst ? put(own.load(inputs, n), 0) : 0;
    for (Bound each : inner) {
      next = put(each.columns(inputs, n), next);
    }
    if (!ownFirst) {
      put(own.load(inputs, n), next);
    }
    ParameterCheck.require(distribution.name(), parametrisation, columns, n);
    return columns;
  }

  private int put(DrawColumn[] some, int from) {
    System.arraycopy(some, 0, columns, from, some.length);
    return from + some.length;
  }
}
