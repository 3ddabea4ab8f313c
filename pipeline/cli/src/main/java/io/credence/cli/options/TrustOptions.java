package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Whose models a command takes. */
public interface TrustOptions extends PipelineOptions {

  @Description(
      "Take only a version of a registry that somebody has signed with one of these keys, and"
          + " compare each of its files with what was signed.")
  @Explained(
      order = 104,
      byDefault = "none",
      range = "local files of PEM with public keys, with commas between them",
      example = "--trustedKeys=release.pub")
  @Default.InstanceFactory(NoKeys.class)
  List<String> getTrustedKeys();

  void setTrustedKeys(List<String> trustedKeys);

  /** Anybody's. */
  final class NoKeys implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of();
    }
  }
}
