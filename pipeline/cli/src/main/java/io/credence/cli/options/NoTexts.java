package io.credence.cli.options;

import java.util.List;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.PipelineOptions;

/** What an option that takes several values has where it is left out, when that is none. */
public final class NoTexts implements DefaultValueFactory<List<String>> {

  @Override
  public List<String> create(PipelineOptions options) {
    return List.of();
  }
}
