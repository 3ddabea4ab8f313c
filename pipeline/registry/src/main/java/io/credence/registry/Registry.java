package io.credence.registry;

import io.credence.registry.log.Change;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Change.EvaluationEntry;
import io.credence.registry.log.Change.FileEntry;
import io.credence.registry.log.Change.Pin;
import io.credence.registry.log.Change.Promotion;
import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Change.Retirement;
import io.credence.registry.log.Change.Rollback;
import io.credence.registry.log.Change.SignatureEntry;
import io.credence.registry.log.Change.Signing;
import io.credence.registry.log.Draft;
import io.credence.registry.log.Event;
import io.credence.registry.log.EventLog;
import io.credence.registry.log.Sha256;
import io.credence.registry.signature.SigningKey;
import io.credence.registry.signature.TrustedKeys;
import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Models and their versions. Of each model, {@code NAME/versions} holds what never changes and
 * {@code NAME/log} what was decided: each change is an event, which is created and never replaced,
 * so that of several at once each gets its own place. There is nothing to lock, and nothing that a
 * process which dies could leave half done.
 *
 * <p>Safe for threads and processes.
 */
public final class Registry {

  private final RegistryStore store;
  private final Clock clock;

  /**
   * A registry that is kept in a store; it need not hold anything yet.
   *
   * @param clock for the time that events have for people
   */
  public Registry(RegistryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Where it is kept, for messages. */
  public String location() {
    return store.location();
  }

  /** The names of all models. */
  public List<String> models() throws IOException {
    return store.list("").stream()
        .filter(name -> name.endsWith("/"))
        .map(name -> name.substring(0, name.length() - 1))
        .filter(Names::isModel)
        .sorted()
        .toList();
  }

  /** What happened to a model; nothing when there is no such model. */
  public ModelHistory history(String model) throws IOException {
    return ModelHistory.of(model, log(model).read());
  }

  /** What happened to a model until now; the same history when nothing did since it was read. */
  public ModelHistory history(ModelHistory known) throws IOException {
    List<Event> later = log(known.name()).after(known.events());
    return later.isEmpty() ? known : known.with(later);
  }

  /**
   * Makes a model a version. One that is registered already with the same digest stays as it is.
   *
   * @param lineage where it comes from, in words of the person, by key
   * @return the event that made the version, which may be an earlier one
   * @throws RefusedException when the version is there with another digest
   */
  public Event register(Candidate candidate, Map<String, String> lineage, Author author)
      throws IOException, RefusedException {
    Names.requireModel(candidate.name());
    Names.requireVersion(candidate.version());
    ModelHistory before = history(candidate.name());
    ModelVersion same = Decisions.sameVersion(candidate, before);
    if (same != null) {
      return same.registered();
    }
    List<FileEntry> entries = candidate.entries();
    String folder = candidate.folder(entries);
    for (Map.Entry<String, byte[]> file : candidate.files().entrySet()) {
      create(candidate.name(), folder + "/" + file.getKey(), file.getValue());
    }
    Registration registration =
        new Registration(candidate.version(), candidate.digest(), folder, entries, lineage);
    try {
      return change(
          candidate.name(),
          author,
          history -> {
            Decisions.requireNew(candidate, history);
            return registration;
          });
    } catch (RefusedException e) {
      // Another process may have registered the same meanwhile.
      ModelVersion registered = Decisions.sameVersion(candidate, history(candidate.name()));
      if (registered == null) {
        throw e;
      }
      return registered.registered();
    }
  }

  /**
   * Makes an alias name a version.
   *
   * @param evidence what speaks for it; null when it is forced without one
   * @param forced whether it is promoted although nothing speaks for it, for the author's reason
   * @throws RefusedException when there is no such version, it is retired or named so already, or
   *     nothing speaks for it
   */
  public Event promote(
      String model,
      String version,
      String alias,
      @Nullable Evidence evidence,
      boolean forced,
      Author author)
      throws IOException, RefusedException {
    Names.requireAlias(alias);
    if (forced && author.reason() == null) {
      throw new RefusedException("What is forced needs a reason, which the log keeps");
    }
    // Refused before anything is kept, and once more when its turn comes.
    Decisions.promotion(history(model), version, alias, evidence, forced);
    EvaluationEntry kept = evidence == null ? null : keep(model, evidence);
    return change(
        model,
        author,
        history -> {
          ModelVersion promoted = Decisions.promotion(history, version, alias, evidence, forced);
          return new Promotion(version, promoted.registration().digest(), alias, kept, forced);
        });
  }

  /**
   * Makes an alias name what it named before its last promotion.
   *
   * @throws RefusedException when it named nothing before, that is retired, or somebody else moves
   *     the alias at the same moment: two who take back the same promotion do not take back two
   */
  public Event rollback(String model, String alias, Author author)
      throws IOException, RefusedException {
    Alias now = Decisions.alias(history(model), alias);
    return change(
        model,
        author,
        history -> {
          Decisions.requireUnmoved(history, now);
          ModelVersion before = Decisions.rollback(history, alias);
          return new Rollback(
              before.version(), before.registration().digest(), alias, now.version());
        });
  }

  /**
   * Keeps programs from moving an alias, until a person does.
   *
   * @throws RefusedException when there is no such alias
   */
  public Event pin(String model, String alias, Author author) throws IOException, RefusedException {
    return change(
        model,
        author,
        history -> {
          ModelVersion named = Decisions.pinned(history, alias);
          return new Pin(named.version(), named.registration().digest(), alias);
        });
  }

  /**
   * Decides by labels whether a version takes over from what an alias names; or, once the alias
   * names it, whether it stays. The alias does not move.
   *
   * @param share of the records that the version has now, in [0, 1]; null for what the last
   *     decision gave it since the alias moved, or 0
   * @throws RefusedException when the evaluation does not compare just these two, or has no looks
   */
  public Event decide(
      String model,
      String version,
      String alias,
      Evidence evidence,
      @Nullable Double share,
      Steps steps,
      Author author)
      throws IOException, RefusedException {
    Trials.decided(history(model), version, alias, evidence, share, steps);
    keep(model, evidence);
    return change(
        model, author, history -> Trials.decided(history, version, alias, evidence, share, steps));
  }

  /**
   * Moves an alias as a decision says.
   *
   * @param decision that {@link #decide} wrote
   * @param evidence by which it was decided
   * @return the event; empty where the decision moves no alias
   * @throws RefusedException when a person pinned the alias, or it names something else by now
   */
  public Optional<Event> carryOut(String model, Event decision, Evidence evidence, Author author)
      throws IOException, RefusedException {
    if (!(decision.change() instanceof Decided decided)
        || Trials.move(history(model), decided, evidence) == null) {
      return Optional.empty();
    }
    return Optional.of(
        change(
            model,
            author,
            history -> {
              Change move = Trials.move(history, decided, evidence);
              if (move == null) {
                throw new RefusedException("%s was moved meanwhile".formatted(decided.alias()));
              }
              return move;
            }));
  }

  /**
   * Keeps a version from being named by an alias any more.
   *
   * @throws RefusedException when there is no such version, or an alias names it
   */
  public Event retire(String model, String version, Author author)
      throws IOException, RefusedException {
    return change(
        model,
        author,
        history ->
            new Retirement(
                version, Decisions.retirement(history, version).registration().digest()));
  }

  /**
   * Signs the files of a version, as its registration lists them.
   *
   * @throws RefusedException when there is no such version, or it is retired
   */
  public Event sign(String model, String version, SigningKey key, Author author)
      throws IOException, RefusedException {
    ModelVersion signed = Decisions.signing(history(model), version);
    return keepSignature(signed, key.sign(model, Signatures.files(signed)), model, author);
  }

  /**
   * Keeps a signature that somebody made of the files of a version.
   *
   * @param bundle a signature as OpenSSF Model Signing has it
   * @throws RefusedException when there is no such version, it is retired, or the signature is of
   *     other files
   */
  public Event sign(String model, String version, byte[] bundle, Author author)
      throws IOException, RefusedException {
    ModelVersion signed = Decisions.signing(history(model), version);
    SortedMap<String, String> files = SigningKey.files(bundle);
    for (Map.Entry<String, String> file : Signatures.files(signed).entrySet()) {
      if (!file.getValue().equals(files.get(file.getKey()))) {
        throw new RefusedException(
            "the signature is not of %s of %s %s, which has the SHA-256 %s"
                .formatted(file.getKey(), model, version, file.getValue()));
      }
    }
    return keepSignature(signed, bundle, model, author);
  }

  private Event keepSignature(ModelVersion signed, byte[] bundle, String model, Author author)
      throws IOException, RefusedException {
    String sha256 = Sha256.hex(bundle);
    SignatureEntry entry = new SignatureEntry("signatures/" + sha256 + ".json", sha256);
    create(model, entry.file(), bundle);
    return change(
        model,
        author,
        history ->
            new Signing(
                signed.version(),
                Decisions.signing(history, signed.version()).registration().digest(),
                entry));
  }

  /**
   * Compares all files of a version with what a trusted key signed.
   *
   * @throws RefusedException when no trusted key signed it, or what it signed was something else
   */
  public void requireSigned(Resolved resolved, TrustedKeys keys)
      throws IOException, RefusedException {
    ModelVersion version = history(resolved.model()).version(resolved.version()).orElseThrow();
    new Signatures(store, version, resolved).require(keys);
  }

  /**
   * What a location names now.
   *
   * @param location whose registry is this one
   * @throws RefusedException when it names nothing; says what there is
   */
  public Resolved resolve(RegistryLocation location) throws IOException, RefusedException {
    return resolve(history(location.model()), location.which());
  }

  /**
   * What a name means in a history.
   *
   * @param which an alias, a version, or the beginning of a digest behind {@code sha256:}
   * @throws RefusedException when it means nothing; says what there is
   */
  public Resolved resolve(ModelHistory history, String which) throws RefusedException {
    return new Resolution(history).of(which, store);
  }

  /** Compares every byte of a model with the log. */
  public Verification verify(String model) throws IOException {
    return new RegistryCheck(store, model).run();
  }

  private EvaluationEntry keep(String model, Evidence evidence) throws IOException {
    create(model, evidence.file(), evidence.document());
    return evidence.entry();
  }

  /** Creates a file whose name holds its digest, so that another content is a damage. */
  private void create(String model, String file, byte[] content) throws IOException {
    String name = model + "/" + file;
    if (!store.create(name, content)) {
      throw new IOException(store.location(name) + ": was changed since it was written");
    }
  }

  private EventLog log(String model) {
    return new EventLog(store, Names.requireModel(model) + "/log");
  }

  /** What to write behind a history. */
  private interface Decision {

    Change on(ModelHistory history) throws RefusedException;
  }

  private Event change(String model, Author author, Decision decision)
      throws IOException, RefusedException {
    EventLog log = log(model);
    String id = UUID.randomUUID().toString();
    ModelHistory history = history(model);
    while (true) {
      Change change = decision.on(history);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Draft draft = new Draft(id, now, author.by(), author.reason(), change);
      Event written = log.append(draft, history.events());
      if (written != null) {
        return written;
      }
      history = history(history);
    }
  }
}
