package io.credence.server;

import io.credence.cli.text.Printer;
import io.credence.server.http.HttpServer;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import io.credence.server.reload.HangUp;
import io.credence.server.reload.Polling;
import io.credence.server.reload.Reload;
import io.credence.server.scoring.Models;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code credence serve}: loads and verifies the models, and answers until it is stopped. */
final class ServeCommand {

  private static final int STOPPED = 0;
  private static final int FAILED = 1;
  private static final int WRONG_REQUEST = 2;

  private final ServeOptions options;
  private final List<String> problems;
  private final Printer console;

  private ServeCommand(ServeOptions options, List<String> problems, Printer console) {
    this.options = options;
    this.problems = problems;
    this.console = console;
  }

  /** The exit code of a server that was stopped, or did not start. */
  static int run(List<String> arguments, Printer console) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    ServeOptions options = ServeOptions.parse(arguments, problems);
    return new ServeCommand(options, problems, console).run();
  }

  private int run() throws InterruptedException {
    ModelLoading loading = new ModelLoading(options, problems);
    Models models = problems.isEmpty() ? loading.load() : null;
    Composition composition = new Composition(options, problems, console);
    HttpServer server = models == null ? null : composition.server(models);
    if (models == null || server == null) {
      problems.forEach(console::println);
      return WRONG_REQUEST;
    }
    try {
      server.start();
    } catch (IOException e) {
      console.println(
          "--host=%s --port=%s: can't listen there: %s"
              .formatted(
                  options.text(ServeOption.HOST).orElseThrow(),
                  options.number(ServeOption.PORT),
                  reason(e)));
      return FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    Reload reload = new Reload(loading.successions(), models, console);
    reloadAtHangUp(reload);
    if (reload.isFollowing()) {
      Polling.start(reload, Duration.ofSeconds(options.number(ServeOption.REGISTRY_POLL)), console);
    }
    new Greeting(options, models, server.port(), composition.tls())
        .lines()
        .forEach(console::println);
    server.join();
    return STOPPED;
  }

  /** Behind that which says where it is: why. */
  private static @Nullable String reason(IOException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() : cause.getMessage();
  }

  private void stop(HttpServer server) {
    try {
      server.stop();
    } catch (IOException e) {
      console.println("Not all that was accepted could be answered: " + e.getMessage());
    }
  }

  private void reloadAtHangUp(Reload reload) {
    try {
      HangUp.run(reload::run);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      console.println("Models can't be replaced by SIGHUP on this machine: " + e.getMessage());
    }
  }
}
