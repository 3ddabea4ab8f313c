package io.credence.cli.options;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** An option of Beam or of one of its runners, which is parsed by Beam alone. */
final class ForeignOption {

  private ForeignOption() {}

  /** Whether an option of this name is a number, or a list of numbers. */
  static boolean isNumeric(Class<? extends PipelineOptions> type, String name) {
    return Stream.concat(Stream.of(type), PipelineOptionsFactory.getRegisteredOptions().stream())
        .flatMap(options -> Arrays.stream(options.getMethods()))
        .anyMatch(
            method ->
                isGetter(method, name) && OptionEntry.NUMBERS.contains(OptionEntry.values(method)));
  }

  private static boolean isGetter(Method method, String name) {
    return method.getName().startsWith("get")
        && method.getParameterCount() == 0
        && Introspector.decapitalize(method.getName().substring("get".length())).equals(name);
  }
}
