package io.credence.server.reload;

import io.credence.cli.text.Printer;
import io.credence.folder.ModelException;
import io.credence.predict.PredictSpec;
import io.credence.problem.Problem;
import io.credence.registry.RefusedException;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model that is served, and what takes its place. The next one is loaded and verified aside,
 * and put in the place of the old one between two requests. One that can't be loaded, does not
 * verify, is another than was registered, or takes or gives something else is refused, and the old
 * one stays.
 *
 * <p>Not thread-safe.
 */
public final class Succession {

  private final ModelSource source;
  private final PredictSpec base;
  private int decided;
  private @Nullable String failure;

  /**
   * @param base how samples are drawn where a request asks for nothing else
   */
  public Succession(ModelSource source, PredictSpec base) {
    this.source = source;
    this.base = base;
  }

  /**
   * Loads the model with which it begins.
   *
   * @throws ModelException when there is no sound model
   * @throws RefusedException when a registry has no such model, or not as it was registered
   * @throws IOException when it can't be read
   */
  public ServedModel begin() throws ModelException, RefusedException, IOException {
    Offer offer = source.offer();
    ServedModel first = offer.load(base);
    decided = offer.event();
    return first;
  }

  /** The alias that decides which version it is, and is followed; null when none does. */
  public @Nullable String alias() {
    return source.alias();
  }

  /**
   * Looks for another model.
   *
   * @param asked whether a person asked for it, and wants to read what came of it; else only news
   *     are printed, each of them once
   */
  void look(boolean asked, ServedModel old, Models models, Printer console) {
    Attempt attempt = new Attempt(old, models, console);
    try {
      Offer offer = source.offer();
      if (asked || offer.event() != decided) {
        attempt.decide(offer, asked);
        decided = offer.event();
      }
      failure = null;
    } catch (IOException e) {
      // It is looked at again: what can't be read now may be read later, or be signed.
      fails("%s can't be read: %s".formatted(source.location(), e.getMessage()), asked, attempt);
    } catch (RefusedException e) {
      fails("%s: %s".formatted(source.location(), e.getMessage()), asked, attempt);
    } catch (RuntimeException | Error e) {
      // The other models are looked at nevertheless.
      fails("a look at %s failed: %s".formatted(source.location(), line(e)), asked, attempt);
    }
  }

  private void fails(String reason, boolean asked, Attempt attempt) {
    if (asked || !reason.equals(failure)) {
      attempt.refuse(reason, List.of());
    }
    failure = reason;
  }

  private static String line(Throwable failure) {
    return failure.toString().replaceAll("\\s*\\R\\s*", " ");
  }

  /** One look at one offer. */
  private final class Attempt {

    private final ServedModel old;
    private final Models models;
    private final Printer console;

    Attempt(ServedModel old, Models models, Printer console) {
      this.old = old;
      this.models = models;
      this.console = console;
    }

    void decide(Offer offer, boolean asked) throws IOException {
      ServedModel next;
      try {
        next = offer.isKnownAs(old.digest()) ? old : offer.load(base);
      } catch (ModelException e) {
        refuse("the new one is not sound:", e.problems().stream().map(Problem::toString).toList());
        return;
      } catch (RefusedException e) {
        refuse("the new one is not what was registered: " + e.getMessage(), List.of());
        return;
      } catch (RuntimeException | Error e) {
        // Such as too little memory for two models: no look but one that is asked for tries again.
        decided = offer.event();
        refuse("loading the new one failed: " + line(e), List.of());
        return;
      }
      if (next.digest().equals(old.digest())) {
        if (asked) {
          console.println(stays("its folder has not changed"));
        }
        return;
      }
      List<String> changes = Interface.changes(old.model(), next.model(), base);
      if (changes.isEmpty()) {
        replaceBy(next, offer);
      } else {
        refuse("the new one would be another for those who ask; start a server for it:", changes);
      }
    }

    private void replaceBy(ServedModel next, Offer offer) {
      models.replace(next);
      console.println(
          "%s: %s (%s…) takes the place of %s (%s…)%s"
              .formatted(
                  next.model().name(),
                  next.model().version(),
                  next.digest().substring(0, 12),
                  old.model().version(),
                  old.digest().substring(0, 12),
                  offer.resolved() == null ? "" : ", by event " + offer.event()));
    }

    void refuse(String reason, List<String> details) {
      models.swaps(old.model().name()).refused();
      console.println(stays(reason));
      details.forEach(console::println);
    }

    private String stays(String reason) {
      return "%s: stays at %s, because %s"
          .formatted(old.model().name(), old.model().version(), reason);
    }
  }
}
