package io.credence.server.reload;

import io.credence.cli.text.Printer;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.util.List;

/** Looks for the next versions of all models, when it is asked for, and by itself. */
public final class Reload {

  private final List<Succession> successions;
  private final Models models;
  private final Printer console;

  /**
   * @param successions of the models that are served, in their order
   */
  public Reload(List<Succession> successions, Models models, Printer console) {
    this.successions = List.copyOf(successions);
    this.models = models;
    this.console = console;
  }

  /** Whether there are models that an alias names. */
  public boolean isFollowing() {
    return successions.stream().anyMatch(each -> each.alias() != null);
  }

  /** Loads each model again, and says what came of it; one at a time. */
  public synchronized void run() {
    look(true);
  }

  /** Looks whether registries name other versions by now; one at a time. */
  public synchronized void follow() {
    look(false);
  }

  private void look(boolean asked) {
    List<ServedModel> served = models.all();
    for (int i = 0; i < successions.size(); i++) {
      Succession each = successions.get(i);
      if (asked || each.alias() != null) {
        each.look(asked, served.get(i), models, console);
      }
    }
  }
}
