package io.credence.server.reload;

import io.credence.cli.text.Printer;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Follows registries: looks into them again and again. */
public final class Polling extends TimerTask {

  private final Reload reload;
  private final Printer console;

  private Polling(Reload reload, Printer console) {
    this.reload = reload;
    this.console = console;
  }

  /**
   * Begins, on a thread that keeps no process alive.
   *
   * @param every the pause between two looks
   */
  public static void start(Reload reload, Duration every, Printer console) {
    new Timer("registry", true)
        .schedule(new Polling(reload, console), every.toMillis(), every.toMillis());
  }

  @Override
  public void run() {
    try {
      reload.follow();
    } catch (RuntimeException | Error e) {
      // The timer's thread would end by it, and this would be the last look.
      console.println("Failed at a look for the next version: " + e);
    }
  }
}
