package io.credence.folder;

import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.ModelFormat;
import io.credence.problem.Problems;
import io.credence.problem.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats of models that are written in Java, as they are found on the class path. */
final class ModelFormats {

  private ModelFormats() {}

  /**
   * Makes a model.
   *
   * @param line where the format is named
   * @return the model; empty when a problem was reported
   */
  static Optional<Model> model(
      String name, int line, ModelDescription description, Problems problems) {
    List<ModelFormat> all =
        ServiceLoader.load(ModelFormat.class).stream().map(ServiceLoader.Provider::get).toList();
    List<ModelFormat> named = all.stream().filter(each -> each.name().equals(name)).toList();
    if (named.size() != 1) {
      problems.add(line, "format: " + complaint(name, named, all));
      return Optional.empty();
    }
    Optional<Model> model = named.get(0).model(description, problems);
    boolean kept = model.map(Model::description).map(description::equals).orElse(true);
    if (model.isPresent() != problems.isEmpty() || !kept) {
      throw new IllegalStateException(
          "%s, which makes models of format %s, must give one with the description that it got, or add a problem, and did neither or both"
              .formatted(named.get(0).getClass().getName(), name));
    }
    return model;
  }

  private static String complaint(String name, List<ModelFormat> named, List<ModelFormat> all) {
    if (!named.isEmpty()) {
      return "Several classes on the class path are called '%s': %s; leave all but one out"
          .formatted(
              name,
              String.join(
                  ", ", named.stream().map(each -> each.getClass().getName()).sorted().toList()));
    }
    List<String> names = all.stream().map(ModelFormat::name).sorted().toList();
    return "There is no format '%s'%s; %s"
        .formatted(
            name,
            Suggestion.didYouMean(name, names),
            names.isEmpty()
                ? "add the jar that has it to the class path, or say predict in its place"
                : "there are: " + String.join(", ", names));
  }
}
