package io.credence.posterior;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The draws of all parameters of a fitted model, with the constants and labels that belong to them.
 *
 * <p>Draws are numbered chain-major: chain 0 draw 0, chain 0 draw 1, …, chain 1 draw 0, …; draw i
 * of one parameter and draw i of another belong together. Draws may be NaN or infinite: who uses a
 * parameter asks {@link ParameterDraws#notFinite}.
 *
 * <p>Immutable and safe for use by many threads, as long as no caller writes into the shared arrays
 * of {@link ParameterDraws#values()} and {@link ConstantData#values()}.
 */
public final class Posterior {

  private final int chains;
  private final int drawsPerChain;
  private final Map<String, ParameterDraws> parameters;
  private final Map<String, ConstantData> constants;
  private final Map<String, Coordinate> coordinates;

  private Posterior(
      int chains,
      int drawsPerChain,
      Map<String, ParameterDraws> parameters,
      Map<String, ConstantData> constants,
      Map<String, Coordinate> coordinates) {
    this.chains = chains;
    this.drawsPerChain = drawsPerChain;
    this.parameters = parameters;
    this.constants = constants;
    this.coordinates = coordinates;
  }

  /**
   * Reads a posterior from the bytes of its file. The format is recognised by content, not by name.
   *
   * @param name the file's name, for messages
   * @param content the whole file; it is not changed and not kept
   * @throws PosteriorException if the file is in no supported format, damaged, or holds something
   *     that could not be scored with; the message lists all faults
   */
  public static Posterior read(String name, byte[] content) throws PosteriorException {
    return PosteriorReader.forContent(name, content).read(name, content);
  }

  /**
   * Makes a posterior from its parts. The lists are copied, the arrays in them are shared.
   *
   * @param chains number of chains, at least 1
   * @param drawsPerChain number of draws in each chain, at least 1
   * @param parameters parameters with {@code chains * drawsPerChain} draws each
   * @param constants the constants that the model may name
   * @param coordinates the labels of dimensions
   * @throws IllegalArgumentException if a count is less than 1, a parameter has another number of
   *     draws, a name occurs twice in one list, or a dimension has another length than the
   *     coordinate of its name
   */
  public static Posterior of(
      int chains,
      int drawsPerChain,
      List<ParameterDraws> parameters,
      List<ConstantData> constants,
      List<Coordinate> coordinates) {
    int draws =
        Math.multiplyExact(atLeastOne("chains", chains), atLeastOne("draws", drawsPerChain));
    for (ParameterDraws parameter : parameters) {
      requireUsable(parameter, draws);
    }
    Posterior posterior =
        new Posterior(
            chains,
            drawsPerChain,
            byName("parameter", parameters, ParameterDraws::name),
            byName("constant", constants, ConstantData::name),
            byName("coordinate", coordinates, Coordinate::name));
    List<String> misfits = LabelCounts.problems(parameters, constants, posterior.coordinates);
    if (!misfits.isEmpty()) {
      throw new IllegalArgumentException(misfits.get(0));
    }
    return posterior;
  }

  /** Number of chains; 1 when the file has a single {@code sample} dimension. */
  public int chains() {
    return chains;
  }

  /** Number of draws in each chain. */
  public int drawsPerChain() {
    return drawsPerChain;
  }

  /** Number of draws over all chains. */
  public int draws() {
    return chains * drawsPerChain;
  }

  /** The parameters, in the order in which they lie in the file. */
  public List<ParameterDraws> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The parameter of this name. */
  public Optional<ParameterDraws> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The numeric constants, in the order in which they lie in the file. */
  public List<ConstantData> constants() {
    return List.copyOf(constants.values());
  }

  /** The constant of this name. */
  public Optional<ConstantData> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  /** The labels of dimensions other than {@code chain}, {@code draw} and {@code sample}. */
  public List<Coordinate> coordinates() {
    return List.copyOf(coordinates.values());
  }

  /** The coordinate of this name. */
  public Optional<Coordinate> coordinate(String name) {
    return Optional.ofNullable(coordinates.get(name));
  }

  /** The labels that the dimension of this name is indexed by; empty when it has none. */
  public List<String> labels(String dimension) {
    return coordinate(dimension)
        .filter(Coordinate::isIndex)
        .map(Coordinate::labels)
        .orElse(List.of());
  }

  @Override
  public String toString() {
    return "Posterior[%s chains of %s draws, parameters %s]"
        .formatted(chains, drawsPerChain, parameters.keySet());
  }

  private static int atLeastOne(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "a posterior must have at least 1 of its %s, but has %s".formatted(what, count));
    }
    return count;
  }

  private static void requireUsable(ParameterDraws parameter, int draws) {
    if (parameter.draws() != draws) {
      throw new IllegalArgumentException(
          "parameter `%s` must have %s draws, but has %s"
              .formatted(parameter.name(), draws, parameter.draws()));
    }
  }

  private static <T> Map<String, T> byName(
      String kind, List<T> values, Function<? super T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T value : values) {
      if (byName.put(name.apply(value), value) != null) {
        throw new IllegalArgumentException(
            "names must be unique, but %s `%s` occurs twice".formatted(kind, name.apply(value)));
      }
    }
    return Collections.unmodifiableMap(byName);
  }
}
