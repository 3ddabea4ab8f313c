package io.credence.cli.report;

import io.credence.cli.text.TextTable;
import io.credence.registry.Alias;
import io.credence.registry.ModelHistory;
import io.credence.registry.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a model, and what its aliases name.
 *
 * @param registry where it is kept
 * @param model the model's name
 * @param versions the newest last
 * @param aliases the version that each names
 */
public record RegistryModelReport(
    String registry, String model, List<VersionRow> versions, SortedMap<String, String> aliases)
    implements Report {

  /**
   * A version.
   *
   * @param digest of its model, in hexadecimal digits
   * @param registered when
   * @param retired when; null when it is not
   * @param signatures how many
   * @param aliases that name it
   * @param lineage where it comes from
   */
  public record VersionRow(
      String version,
      String digest,
      String registered,
      @Nullable String retired,
      int signatures,
      List<String> aliases,
      Map<String, String> lineage) {}

  public static RegistryModelReport of(String registry, ModelHistory history) {
    SortedMap<String, String> aliases = new TreeMap<>();
    history.aliases().forEach(alias -> aliases.put(alias.name(), alias.version()));
    return new RegistryModelReport(
        registry,
        history.name(),
        history.versions().stream().map(version -> row(version, history)).toList(),
        aliases);
  }

  private static VersionRow row(ModelVersion version, ModelHistory history) {
    return new VersionRow(
        version.version(),
        version.registration().digest(),
        version.registered().at().toString(),
        version.retired() == null ? null : version.retired().at().toString(),
        version.signatures().size(),
        history.aliases().stream()
            .filter(alias -> alias.version().equals(version.version()))
            .map(Alias::name)
            .toList(),
        version.registration().lineage());
  }

  @Override
  public List<String> lines() {
    TextTable table =
        new TextTable(
            List.of(
                "version", "digest", "registered", "retired", "signatures", "aliases", "lineage"));
    for (VersionRow row : versions) {
      table.add(
          List.of(
              row.version(),
              row.digest().substring(0, 12),
              row.registered(),
              row.retired() == null ? "" : row.retired(),
              Integer.toString(row.signatures()),
              String.join(", ", row.aliases()),
              row.lineage().entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + entry.getValue())
                  .collect(Collectors.joining(", "))));
    }
    return table.lines();
  }
}
