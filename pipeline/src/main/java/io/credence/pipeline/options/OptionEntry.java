package io.credence.pipeline.options;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * An option of a command, as its getter describes it.
 *
 * @param name without the leading dashes
 */
record OptionEntry(String name, String description, Explained explained) {

  /** The options of a command, in the order of the help. */
  static List<OptionEntry> of(Class<? extends PipelineOptions> options) {
    List<OptionEntry> entries = new ArrayList<>();
    for (Method method : options.getMethods()) {
      Explained explained = method.getAnnotation(Explained.class);
      if (explained != null) {
        String name =
            Character.toLowerCase(method.getName().charAt(3)) + method.getName().substring(4);
        String description = method.getAnnotation(Description.class).value();
        entries.add(new OptionEntry(name, description, explained));
      }
    }
    entries.sort(Comparator.comparingInt(entry -> entry.explained().order()));
    return entries;
  }

  static Optional<OptionEntry> named(Class<? extends PipelineOptions> options, String name) {
    return of(options).stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
