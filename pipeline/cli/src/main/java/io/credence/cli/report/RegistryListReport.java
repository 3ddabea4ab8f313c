package io.credence.cli.report;

import io.credence.cli.text.TextTable;
import io.credence.registry.Alias;
import io.credence.registry.ModelHistory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The models of a registry.
 *
 * @param registry where it is kept
 * @param models by name
 */
public record RegistryListReport(String registry, List<ModelRow> models) implements Report {

  /**
   * A model.
   *
   * @param versions how many it has
   * @param aliases the version that each names
   */
  public record ModelRow(String model, int versions, SortedMap<String, String> aliases) {

    private static ModelRow of(ModelHistory history) {
      return new ModelRow(
          history.name(),
          history.versions().size(),
          history.aliases().stream()
              .collect(Collectors.toMap(Alias::name, Alias::version, (a, b) -> a, TreeMap::new)));
    }
  }

  public static RegistryListReport of(String registry, List<ModelHistory> models) {
    return new RegistryListReport(registry, models.stream().map(ModelRow::of).toList());
  }

  @Override
  public List<String> lines() {
    if (models.isEmpty()) {
      return List.of("no models");
    }
    TextTable table = new TextTable(List.of("model", "versions", "aliases"));
    for (ModelRow row : models) {
      table.add(
          List.of(
              row.model(),
              Integer.toString(row.versions()),
              row.aliases().entrySet().stream()
                  .map(alias -> alias.getKey() + "=" + alias.getValue())
                  .collect(Collectors.joining(", "))));
    }
    return table.lines();
  }
}
