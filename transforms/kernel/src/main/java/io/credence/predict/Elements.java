package io.credence.predict;

import io.credence.expression.Substitution;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Elements of parameters in messages. */
final class Elements {

  private static final int MOST = 4;

  private Elements() {}

  /** Such as {@code ab[county, 0]}. */
  static String shown(Substitution place, ExpressionModel model) {
    return IntStream.range(0, place.positions().size())
        .mapToObj(
            axis -> {
              int slot = place.slots().get(axis);
              int position = place.positions().get(axis);
              return slot != Substitution.NONE
                  ? model.features().get(slot).name()
                  : position >= 0 ? String.valueOf(position) : "…";
            })
        .collect(Collectors.joining(", ", place.tensor() + "[", "]"));
  }

  /** Why one entry for elements of a parameter, named alone, is refused. */
  static String ambiguity(List<Substitution> places, ExpressionModel model) {
    List<String> shown =
        places.stream().limit(MOST).map(place -> shown(place, model)).distinct().toList();
    String first = places.get(0).tensor();
    String feature = model.features().get(places.get(0).slot()).name();
    return "%s is used at several positions, %s%s: they could be alike and independent, or differ. Write an entry for each, as in '%s: …'; or a joint one, '[%s]: mv_normal(…)'; or, where they are alike, '%s[%s]: …'"
        .formatted(
            first,
            String.join(", ", shown),
            places.size() > MOST ? ", …" : "",
            shown.get(0),
            String.join(", ", shown.subList(0, Math.min(2, shown.size()))),
            first,
            whole(places.get(0), feature));
  }

  /** The index that names all elements of a level. */
  private static String whole(Substitution place, String feature) {
    return IntStream.range(0, place.positions().size())
        .mapToObj(axis -> place.slots().get(axis) == place.slot() ? feature : ":")
        .collect(Collectors.joining(", "));
  }
}
