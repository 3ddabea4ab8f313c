package io.credence.server;

import io.credence.cli.text.Printer;
import io.credence.server.http.HttpServer;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code credence serve}: loads and verifies the models, and answers until it is stopped. */
final class ServeCommand {

  private static final int STOPPED = 0;
  private static final int FAILED = 1;
  private static final int WRONG_REQUEST = 2;

  private ServeCommand() {}

  /** The exit code of a server that was stopped, or did not start. */
  static int run(List<String> arguments, Printer console) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    ServeOptions options = ServeOptions.parse(arguments, problems);
    Models models = problems.isEmpty() ? new ModelLoading(options, problems).load() : null;
    if (models == null || !problems.isEmpty()) {
      problems.forEach(console::println);
      return WRONG_REQUEST;
    }
    HttpServer server = Composition.of(options, models, console);
    try {
      server.start();
    } catch (IOException e) {
      console.println(
          "--host=%s --port=%s: can't listen there: %s"
              .formatted(host(options), options.number(ServeOption.PORT), e.getMessage()));
      return FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, console), "stop"));
    greet(options, models, server.port(), console);
    server.join();
    return STOPPED;
  }

  private static void stop(HttpServer server, Printer console) {
    try {
      server.stop();
    } catch (IOException e) {
      console.println("Not all that was accepted could be answered: " + e.getMessage());
    }
  }

  private static String host(ServeOptions options) {
    return options.text(ServeOption.HOST).orElseThrow();
  }

  private static void greet(ServeOptions options, Models models, int port, Printer console) {
    for (ServedModel model : models.all()) {
      console.println(
          String.format(
              Locale.ROOT,
              "%s %s (%s…): verified %,d figures",
              model.model().name(),
              model.model().version(),
              model.digest().substring(0, 12),
              model.verifiedFigures()));
    }
    String url = "http://%s:%s".formatted(host(options), port);
    console.println("Listens at " + url + "; ask, for example:");
    console.println("  " + Example.curl(models.first().model(), url));
  }
}
