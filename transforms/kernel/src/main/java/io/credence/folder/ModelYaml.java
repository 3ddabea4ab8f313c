package io.credence.folder;

import io.credence.evaluation.Gate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What model.yaml says, before the posterior is looked at. Where a part has a fault that was
 * reported, something harmless stands in, so that the other parts can be checked.
 *
 * @param posterior the file's name, or null when it is missing
 * @param outputs their names, at least one
 * @param format what makes a model of it, or null when it is said in expressions
 * @param predict how the one output is predicted; null when there are {@code predictions}
 * @param predictions how each of several outputs is predicted; empty when there is {@code predict}
 * @param verify the file's name, or null when there is none
 * @param gates what an evaluation must find
 * @param unseen by feature and parameter
 * @param faulty the names of features with a fault that was reported
 * @param lines where the parts stand, by path
 */
record ModelYaml(
    String name,
    String version,
    @Nullable String posterior,
    List<FeatureYaml> features,
    List<String> outputs,
    @Nullable String format,
    Map<String, LocatedExpression> let,
    Map<String, LocatedExpression> draw,
    @Nullable LocatedExpression predict,
    Map<String, LocatedExpression> predictions,
    Map<String, Map<String, LocatedExpression>> unseen,
    @Nullable String verify,
    List<Gate> gates,
    Set<String> faulty,
    Map<String, Integer> lines) {

  /** The text of an expression, by its path; empty when there is none. */
  String source(String part) {
    Map<String, LocatedExpression> all = new HashMap<>();
    if (predict != null) {
      all.put("predict", predict);
    }
    let.forEach((name, step) -> all.put("let." + name, step));
    draw.forEach((name, step) -> all.put("draw." + name, step));
    predictions.forEach((name, step) -> all.put("outputs." + name, step));
    unseen.forEach(
        (feature, policy) ->
            policy.forEach((name, step) -> all.put("unseen." + feature + "." + name, step)));
    LocatedExpression found = all.get(part);
    return found == null ? "" : found.source();
  }

  /** The line where a part stands, by its path. */
  int line(String part) {
    return lines.getOrDefault(part, 0);
  }
}
