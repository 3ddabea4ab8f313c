package io.credence.cli.command;

import io.credence.cli.options.RegistryOptions;
import io.credence.cli.options.RegistryVerb;
import io.credence.jobs.runner.GivenArguments;
import io.credence.problem.Problems;
import io.credence.registry.RefusedException;
import io.credence.registry.Registry;
import io.credence.registry.UnmetException;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code credence registry}: versions of models, and which of them an alias names. */
public final class RegistryCommand implements Command {

  private static final String NAME = "registry";
  private static final String ACTION = "--action";
  private static final String REGISTRY = "--registry";
  private static final String LINEAGE = "--lineage";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "keeps versions of models, and who decided what of them";
  }

  @Override
  public String usage() {
    return "ACTION --registry=URI [--option=value …]";
  }

  @Override
  public Optional<String> operand() {
    return Optional.of(ACTION);
  }

  @Override
  public Class<RegistryOptions> options() {
    return RegistryOptions.class;
  }

  @Override
  public List<String> remarks() {
    return List.of(
        "Where a model is asked for, registry:URI/NAME@champion names the version of an alias,",
        "registry:URI/NAME@1.2.0 a version, and registry:URI/NAME@sha256:DIGEST a digest.",
        "");
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "done",
        ExitCode.JOB_FAILED, "the registry can't be read or written, or is not as it was written",
        ExitCode.WRONG_REQUEST, "the request is wrong, or the registry refuses it",
        ExitCode.GATE_NOT_MET, "the evaluation does not speak for the version");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    RegistryOptions options =
        request.options(
            RegistryOptions.class,
            (given, wrong) ->
                S3Store.check(
                    given, wrong, given.getRegistry(), given.getModel(), given.getEvaluation()));
    if (options == null) {
      return console.refuse(problems);
    }
    // To Beam, a comma ends a value.
    options.setLineage(request.arguments().values(LINEAGE).toList());
    RegistryVerb verb = verb(options.getAction(), problems);
    String location = Required.option(NAME, REGISTRY, options.getRegistry(), problems);
    if (verb != null) {
      checkOptions(verb, request.arguments(), problems);
    }
    return verb == null || location == null || !problems.isEmpty()
        ? console.refuse(problems)
        : run(verb, location, options, console);
  }

  private static ExitCode run(
      RegistryVerb verb, String location, RegistryOptions options, Console console) {
    try {
      Registry registry = Registries.at(location);
      return new RegistryActions(registry, options, console).run(verb);
    } catch (UnmetException e) {
      console.problem(String.valueOf(e.getMessage()));
      return ExitCode.GATE_NOT_MET;
    } catch (RefusedException | IllegalArgumentException e) {
      return console.refuse(List.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      Failures.report("%s=%s: ".formatted(REGISTRY, location), e, console);
      return ExitCode.JOB_FAILED;
    }
  }

  private static @Nullable RegistryVerb verb(@Nullable String word, Problems problems) {
    Optional<RegistryVerb> verb = RegistryVerb.of(word == null ? "" : word);
    if (verb.isEmpty()) {
      problems.add(
          word == null
              ? "What to do with the registry is missing; there are: " + RegistryVerb.words()
              : "%s=%s: there are: %s".formatted(ACTION, word, RegistryVerb.words()));
    }
    return verb.orElse(null);
  }

  private static void checkOptions(RegistryVerb verb, GivenArguments arguments, Problems problems) {
    for (String option : verb.required()) {
      if (arguments.value(option).filter(value -> !value.isBlank()).isEmpty()) {
        problems.add(
            "%s is required by registry %s; credence help registry explains it"
                .formatted(option, verb.word()));
      }
    }
    for (String option : verb.foreign()) {
      if (arguments.value(option).isPresent()) {
        problems.add("%s: registry %s takes no such option".formatted(option, verb.word()));
      }
    }
  }
}
