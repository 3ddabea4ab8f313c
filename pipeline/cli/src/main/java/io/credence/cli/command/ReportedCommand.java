package io.credence.cli.command;

import io.credence.cli.options.ReportOptions;
import io.credence.cli.report.Outcome;
import io.credence.cli.report.OwnFile;
import io.credence.cli.text.Printer;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command whose outcome is written as JSON where that is asked for, however it ends.
 *
 * @param command what is run
 */
record ReportedCommand(Command command) {

  ExitCode run(List<String> arguments, Console console) {
    Request request = Request.of(command, arguments);
    List<String> named = request.arguments().values(ReportOptions.JSON).toList();
    // An option without a value is refused by its command, as is one that is given twice.
    boolean bare = request.arguments().all().contains(ReportOptions.JSON);
    String json = named.size() == 1 && !bare ? named.get(0) : "";
    if (json.equals(ReportOptions.STANDARD_OUTPUT)) {
      return onStandardOutput(request, console);
    }
    OwnFile file = json.isBlank() ? null : file(json, request.problems());
    ExitCode exit = run(request, console);
    return file == null ? exit : intoFile(file, exit, console);
  }

  private static @Nullable OwnFile file(String name, Problems problems) {
    OwnFile file = OwnFile.at(OwnFile.Kind.REPORT, ReportOptions.JSON, name, problems);
    try {
      if (file != null) {
        file.clear();
      }
      return file;
    } catch (IOException e) {
      problems.add(
          "%s=%s: can't be replaced: %s".formatted(ReportOptions.JSON, name, Failures.line(e)));
      return null;
    }
  }

  private ExitCode run(Request request, Console console) {
    ExitCode exit = Guarded.run(() -> command.run(request, console), console);
    return Guarded.printed(exit, console);
  }

  private ExitCode onStandardOutput(Request request, Console console) {
    Printer out = console.out();
    Console aside = console.aside();
    ExitCode exit = run(request, aside);
    out.print(outcome(exit, aside).json());
    return Guarded.printed(exit, out, aside);
  }

  private ExitCode intoFile(OwnFile file, ExitCode exit, Console console) {
    try {
      file.write(outcome(exit, console).json());
      return exit;
    } catch (IOException e) {
      console.problem(
          "%s=%s: can't be written: %s"
              .formatted(ReportOptions.JSON, file.file(), Failures.line(e)));
      return exit == ExitCode.DONE ? ExitCode.JOB_FAILED : exit;
    }
  }

  private Outcome outcome(ExitCode exit, Console console) {
    String status =
        exit == ExitCode.DONE && console.report() != null
            ? console.report().status()
            : exit.status();
    return Outcome.of(command.name(), status, exit.number(), console.problems(), console.report());
  }
}
