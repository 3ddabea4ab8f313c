package io.credence.model;

import io.credence.problem.Problems;
import java.util.Optional;

/**
 * A kind of model that no expression can say, written in Java. It is named by {@code format:} in
 * model.yaml, in place of {@code let}, {@code predict} and {@code unseen}, and found by {@link
 * java.util.ServiceLoader}: its jar stands on the class path of the command and of all workers, and
 * lists the class in {@code META-INF/services/io.credence.model.ModelFormat}.
 *
 * <p>The digest of a model covers its files, and not this code. So code that draws other samples
 * than before must have another name, such as {@code my-forest/2} after {@code my-forest/1}.
 */
public interface ModelFormat {

  /** What model.yaml says, such as {@code my-forest/1}. */
  String name();

  /**
   * Makes the model of a folder.
   *
   * @param description what model.yaml and the posterior say
   * @param problems of model.yaml; receives what is wrong with it, all at once, such as a parameter
   *     that the posterior lacks
   * @return the model; empty when a problem was added
   */
  Optional<Model> model(ModelDescription description, Problems problems);
}
