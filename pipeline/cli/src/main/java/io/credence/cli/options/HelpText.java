package io.credence.cli.options;

import io.credence.cli.text.OptionText;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** Explains the options of a command, in lines that fit a terminal. */
public final class HelpText {

  private HelpText() {}

  /** Name, meaning, range, default and an example of each option. */
  public static List<String> of(Class<? extends PipelineOptions> options) {
    return OptionEntry.of(options).stream()
        .map(HelpText::text)
        .flatMap(option -> option.lines().stream())
        .toList();
  }

  private static OptionText text(OptionEntry entry) {
    Explained explained = entry.explained();
    return new OptionText(
        entry.name(),
        entry.description(),
        explained.range(),
        explained.byDefault(),
        explained.example());
  }
}
