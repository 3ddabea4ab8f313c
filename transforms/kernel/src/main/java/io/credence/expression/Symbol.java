package io.credence.expression;

import io.credence.model.Inputs;
import io.credence.problem.Excerpt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a name in an expression stands for. */
public sealed interface Symbol {

  /**
   * A feature that is a number, or a truth value, which is 1 or 0.
   *
   * @param name its name
   * @param slot its position in {@link Inputs}
   * @param truth whether it is a truth value
   * @param max the largest value that records may have; infinity for no bound
   */
  record NumberFeature(String name, int slot, boolean truth, double max) implements Symbol {}

  /**
   * A feature with levels.
   *
   * @param name its name
   * @param slot its position in {@link Inputs}
   * @param levels the labels of its levels, in the order of their numbers
   * @param numeric whether the levels are numbers, so that it may also be used in arithmetic
   * @param reference the level that treatment coding leaves out, or null
   */
  record LevelFeature(
      String name, int slot, List<String> levels, boolean numeric, @Nullable String reference)
      implements Symbol {}

  /**
   * A feature that is a list of numbers.
   *
   * @param name its name
   * @param slot its position in {@link Inputs}
   * @param size how many numbers
   */
  record VectorFeature(String name, int slot, int size) implements Symbol {}

  /**
   * A parameter or a constant.
   *
   * @param name its name
   * @param dimensions one per axis; none for a scalar
   * @param values element-major; of a parameter, element e's draws stand from e * draws on; of a
   *     constant, there is one value per element
   * @param draws how many draws each element of a parameter has: as many as a column, or fewer, so
   *     that each serves several samples; 0 of a constant
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
  record Tensor(String name, List<Dimension> dimensions, double[] values, int draws)
      implements Symbol {

    /** How many elements it has. */
    int size() {
      return dimensions.stream().mapToInt(Dimension::size).reduce(1, Math::multiplyExact);
    }

    boolean isParameter() {
      return draws > 0;
    }
  }

  /**
   * An axis of a tensor.
   *
   * @param name its name in the posterior file
   * @param size how many positions it has
   * @param labels the labels of its coordinate; empty when it has none
   */
  record Dimension(String name, int size, List<String> labels) {

    /** Labels of another dimension would lead to the wrong element. */
    public Dimension {
      labels = List.copyOf(labels);
      if (!labels.isEmpty() && labels.size() != size) {
        throw new IllegalArgumentException(
            "Dimension '%s' must have a label for each of its %s positions, or none, but has %s"
                .formatted(name, size, labels.size()));
      }
    }

    private static final Pattern MADE_UP = Pattern.compile(".*_dim_[0-9]+");

    /** Whether a tool made up the name and the labels, because it was given none. */
    boolean isMadeUp() {
      return MADE_UP.matcher(name).matches() && isCounted();
    }

    /**
     * Why the elements of this axis can't meet those of another in order: a label that both have
     * stands at another position there. Empty when they can; numbers that a tool made up, in their
     * order, say nothing of labels that are no such numbers.
     */
    public Optional<String> misfit(Dimension other) {
      List<String> here = labels.stream().map(Label::plain).toList();
      List<String> there = other.labels.stream().map(Label::plain).toList();
      Set<String> ofOther = new HashSet<>(there);
      boolean sameOnes = new HashSet<>(here).equals(ofOther);
      if (!sameOnes && (isCounted() || other.isCounted())) {
        return Optional.empty();
      }
      return IntStream.range(0, Math.min(here.size(), there.size()))
          .filter(i -> !here.get(i).equals(there.get(i)))
          .mapToObj(here::get)
          .filter(label -> !label.isEmpty() && ofOther.contains(label))
          .findFirst()
          .map(
              label ->
                  "Elements meet in order, but '%s' stands at another position on the other side: %s and %s"
                      .formatted(Excerpt.of(label), Label.list(labels), Label.list(other.labels)));
    }

    /** Such as {@code dimension 'prog' (general, academic)}; a list has no name. */
    public String shown() {
      return "%s (%s)"
          .formatted(name.isEmpty() ? "a list" : "dimension '" + name + "'", Label.list(labels));
    }

    /**
     * Whether a label is never another number than the position: there are none, or they are 0, 1,
     * 2, … in this order, as tools make them up that were given none.
     */
    public boolean isCounted() {
      for (int i = 0; i < labels.size(); i++) {
        String label = labels.get(i);
        String position = Integer.toString(i);
        if (!label.equals(position) && !Label.plain(label).equals(position)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * What was drawn for the samples of a record: by a random step, or for an output.
   *
   * @param name its name
   * @param column where the value for each sample stands when expressions are evaluated
   * @param classes the labels of its classes, whose numbers it holds; empty where it holds numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
  record Drawn(String name, double[] column, List<String> classes) implements Symbol {

    public Drawn {
      classes = List.copyOf(classes);
    }
  }

  /**
   * A vector that was drawn for the samples of a record, by a random step.
   *
   * @param name its name
   * @param axis along which its elements stand
   * @param columns for each element where the value for each sample stands
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared storage that is never compared.
  record DrawnVector(String name, Dimension axis, double[][] columns) implements Symbol {}

  /** A step that the model names. */
  record Let(Expression expression) implements Symbol {}
}
