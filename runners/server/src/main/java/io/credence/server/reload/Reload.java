package io.credence.server.reload;

import io.credence.cli.text.Printer;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problem;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.util.List;

/**
 * Loads the models' folders again, aside, and puts each that changed in the place of the one that
 * is served, between two requests. One that does not verify, has another name, or takes or gives
 * something else is refused, and the old one stays.
 */
public final class Reload {

  private final List<ModelFolder> folders;
  private final PredictSpec base;
  private final Models models;
  private final Printer console;

  /**
   * @param folders of the models that are served, in their order
   */
  public Reload(List<ModelFolder> folders, PredictSpec base, Models models, Printer console) {
    this.folders = List.copyOf(folders);
    this.base = base;
    this.models = models;
    this.console = console;
  }

  /** Does it; one at a time. */
  public synchronized void run() {
    List<ServedModel> served = models.all();
    for (int i = 0; i < folders.size(); i++) {
      reload(folders.get(i), served.get(i));
    }
  }

  private void reload(ModelFolder folder, ServedModel old) {
    ServedModel next;
    try {
      next = ServedModel.load(folder, base);
    } catch (ModelException e) {
      keeps(old, "the new one is not sound:");
      e.problems().stream().map(Problem::toString).forEach(console::println);
      return;
    } catch (IOException e) {
      keeps(old, folder.location() + " can't be read: " + e.getMessage());
      return;
    }
    if (next.digest().equals(old.digest())) {
      keeps(old, "its folder has not changed");
      return;
    }
    List<String> changes = Interface.changes(old.model(), next.model());
    if (!changes.isEmpty()) {
      keeps(old, "the new one would be another for those who ask; start a server for it:");
      changes.forEach(console::println);
      return;
    }
    models.replace(next);
    console.println(
        "%s: %s (%s…) takes the place of %s (%s…)"
            .formatted(
                next.model().name(),
                next.model().version(),
                next.digest().substring(0, 12),
                old.model().version(),
                old.digest().substring(0, 12)));
  }

  private void keeps(ServedModel old, String reason) {
    console.println(
        "%s: stays at %s, because %s".formatted(old.model().name(), old.model().version(), reason));
  }
}
