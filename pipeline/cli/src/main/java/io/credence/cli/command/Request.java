package io.credence.cli.command;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.ModelOptions;
import io.credence.jobs.runner.GivenArguments;
import io.credence.jobs.runner.Runner;
import io.credence.jobs.runner.Runners;
import io.credence.jobs.runner.Work;
import io.credence.problem.Problems;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/** What was asked of a command, and what is wrong with it. */
public final class Request {

  private final GivenArguments arguments;
  private final Problems problems = new Problems();

  private Request(GivenArguments arguments) {
    this.arguments = arguments;
  }

  /**
   * A request as it was typed, with the settings that stores want.
   *
   * @param arguments what stood behind the name of the command
   */
  static Request of(Command command, List<String> arguments) {
    Request request = new Request(new GivenArguments(named(command, arguments)));
    StoreArguments.prepare(request.arguments, request.problems);
    return request;
  }

  private static List<String> named(Command command, List<String> arguments) {
    return command
        .operand()
        .map(
            option ->
                arguments.stream()
                    .map(each -> each.startsWith("-") ? each : option + "=" + each)
                    .toList())
        .orElse(arguments);
  }

  /** As they were typed, and additions. */
  GivenArguments arguments() {
    return arguments;
  }

  /** A line for each fault, to which more may be added. */
  Problems problems() {
    return problems;
  }

  /** The runner that the arguments mean, with the settings that this work wants of it. */
  Runner runner(Work work) {
    Runner runner = Runners.of(arguments);
    runner.prepare(arguments, work, problems);
    NativeLibraries.load(problems);
    return runner;
  }

  /**
   * The options that the arguments mean, by which stores are asked from now on, unless anything is
   * wrong.
   *
   * @param check looks at what can be seen before anything is read, such as the form of locations
   * @return null when the value of one is wrong, which is reported
   */
  <O extends PipelineOptions> @Nullable O options(Class<O> type, BiConsumer<O, Problems> check) {
    O options = Arguments.parse(type, arguments.all(), problems);
    if (options != null) {
      check.accept(options, problems);
      if (problems.isEmpty()) {
        FileSystems.setDefaultPipelineOptions(options);
      }
    }
    return options;
  }

  /**
   * Refuses the request, and says what is wrong with its model as well: it can be looked at, where
   * it is a folder of this machine, whatever is wrong with other options.
   */
  ExitCode refuse(Console console) {
    ModelOptions options = Arguments.sound(ModelOptions.class, arguments.all());
    String model = options == null ? null : options.getModel();
    if (options != null && model != null && ModelLocation.isOfThisMachine(model)) {
      // The disk of this machine needs none of the options that may be wrong.
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
      ModelCheck.look(model, options, problems);
    }
    return console.refuse(problems);
  }
}
