package io.credence.predict;

import io.credence.expression.Expression;
import io.credence.expression.ExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features with policies for unseen levels, each after those whose policies it needs: what
 * stands in for a new county may use the effect of a state, which may be new as well.
 */
final class PolicyOrder {

  private final Map<String, List<String>> needs = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  private PolicyOrder() {}

  /** Reports policies that need each other. */
  static List<String> of(ExpressionModel model, Parts parts) {
    PolicyOrder order = new PolicyOrder();
    Map<String, Map<String, Expression>> unseen = model.unseen();
    unseen.forEach(
        (feature, policy) -> {
          Mentions mentions = Mentions.of(policy.values(), model.let());
          order.needs.put(
              feature, unseen.keySet().stream().filter(mentions.indices()::contains).toList());
        });
    unseen.forEach(
        (feature, policy) ->
            parts.attempt(
                UnseenCompiler.part(feature, policy.keySet().stream().findFirst().orElse("")),
                policy.values().stream().findFirst().orElse(new Expression.Faulty(0)),
                () -> order.add(feature)));
    return order.order;
  }

  private boolean add(String feature) throws ExpressionException {
    if (order.contains(feature)) {
      return true;
    }
    if (path.contains(feature)) {
      throw new ExpressionException(
          path.size() == 1
              ? "What stands in for an unseen level of '%s' can't be indexed by it"
                  .formatted(feature)
              : "What stands in for unseen levels is needed for itself: %s -> %s"
                  .formatted(String.join(" -> ", path), feature),
          0);
    }
    path.add(feature);
    for (String needed : needs.getOrDefault(feature, List.<String>of())) {
      add(needed);
    }
    path.remove(feature);
    return order.add(feature);
  }
}
