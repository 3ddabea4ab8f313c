package io.credence.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be decided of a model, as its history stands. */
final class Decisions {

  private Decisions() {}

  /** The version that a candidate is already; null when it would be new. */
  static @Nullable ModelVersion sameVersion(Candidate candidate, ModelHistory history)
      throws RefusedException {
    Optional<ModelVersion> there = history.version(candidate.version());
    if (there.isEmpty()) {
      requireNew(candidate, history);
      return null;
    }
    if (!there.get().registration().digest().equals(candidate.digest())) {
      throw new RefusedException(
          "%s %s is registered with another digest, %s; a version never changes: give this model another version in its model.yaml"
              .formatted(
                  candidate.name(), candidate.version(), there.get().registration().digest()));
    }
    return there.get();
  }

  static void requireNew(Candidate candidate, ModelHistory history) throws RefusedException {
    if (history.version(candidate.version()).isPresent()) {
      throw new RefusedException(
          "%s %s was registered by somebody else meanwhile"
              .formatted(candidate.name(), candidate.version()));
    }
    if (history.alias(candidate.version()).isPresent()) {
      throw new RefusedException(
          "'%s' is an alias of %s, so no version can have this name"
              .formatted(candidate.version(), candidate.name()));
    }
  }

  /** The version to promote. */
  static ModelVersion promotion(
      ModelHistory history,
      String version,
      String alias,
      @Nullable Evidence evidence,
      boolean forced)
      throws RefusedException {
    ModelVersion promoted = present(history, version);
    if (promoted.isRetired()) {
      throw new RefusedException("%s %s is retired".formatted(history.name(), version));
    }
    if (history.version(alias).isPresent()) {
      throw new RefusedException(
          "'%s' is a version of %s, so no alias can have this name"
              .formatted(alias, history.name()));
    }
    Optional<Alias> now = history.alias(alias);
    if (now.isPresent() && now.get().version().equals(version)) {
      throw new RefusedException(
          "%s of %s names %s already, since event %s"
              .formatted(alias, history.name(), version, now.get().event()));
    }
    if (!forced) {
      requireEvidence(promoted, evidence);
    }
    return promoted;
  }

  private static void requireEvidence(ModelVersion promoted, @Nullable Evidence evidence)
      throws UnmetException, RefusedException {
    if (evidence == null) {
      throw new RefusedException(
          "%s needs an evaluation that speaks for it, or force with a reason"
              .formatted(promoted.version()));
    }
    List<String> against = evidence.against(promoted.registration().digest());
    if (!against.isEmpty()) {
      throw new UnmetException(
          "The evaluation does not speak for %s (digest %s): %s"
              .formatted(
                  promoted.version(),
                  promoted.registration().digest(),
                  String.join("; ", against)));
    }
  }

  /** The version that an alias would name after a rollback. */
  static ModelVersion rollback(ModelHistory history, String alias) throws RefusedException {
    Alias now = alias(history, alias);
    Optional<String> before = now.before();
    if (before.isEmpty()) {
      throw new RefusedException(
          "%s of %s names %s, and no earlier promotion is left to take back"
              .formatted(alias, history.name(), now.version()));
    }
    ModelVersion version = present(history, before.get());
    if (version.isRetired()) {
      throw new RefusedException(
          "%s, which %s of %s named before, is retired; promote another version"
              .formatted(version.version(), alias, history.name()));
    }
    return version;
  }

  /** A step back from what an alias named must not become one from what it names by now. */
  static void requireUnmoved(ModelHistory history, Alias known) throws RefusedException {
    Alias now = alias(history, known.name());
    if (now.event() != known.event()) {
      throw new RefusedException(
          "%s of %s was moved meanwhile to %s by event %s; look whether that should be rolled back, too"
              .formatted(now.name(), history.name(), now.version(), now.event()));
    }
  }

  static Alias alias(ModelHistory history, String alias) throws RefusedException {
    return history
        .alias(alias)
        .orElseThrow(
            () ->
                new RefusedException(
                    "%s has no alias '%s'; %s".formatted(history.name(), alias, aliases(history))));
  }

  /** The version that an alias is pinned to. */
  static ModelVersion pinned(ModelHistory history, String alias) throws RefusedException {
    return present(history, alias(history, alias).version());
  }

  /** The version to retire. */
  static ModelVersion retirement(ModelHistory history, String version) throws RefusedException {
    ModelVersion retired = present(history, version);
    if (retired.isRetired()) {
      throw new RefusedException("%s %s is retired already".formatted(history.name(), version));
    }
    for (Alias alias : history.aliases()) {
      if (alias.version().equals(version)) {
        throw new RefusedException(
            "%s is what %s of %s names; promote another version first"
                .formatted(version, alias.name(), history.name()));
      }
    }
    return retired;
  }

  /** The version to sign. */
  static ModelVersion signing(ModelHistory history, String version) throws RefusedException {
    ModelVersion signed = present(history, version);
    if (signed.isRetired()) {
      throw new RefusedException("%s %s is retired".formatted(history.name(), version));
    }
    return signed;
  }

  static ModelVersion present(ModelHistory history, String version) throws RefusedException {
    return history
        .version(version)
        .orElseThrow(
            () ->
                new RefusedException(
                    "%s has no version '%s'; %s"
                        .formatted(history.name(), version, versions(history))));
  }

  /** What there is, for messages. */
  static String versions(ModelHistory history) {
    return history.versions().isEmpty()
        ? "it has no versions"
        : "its versions: "
            + history.versions().stream()
                .map(ModelVersion::version)
                .collect(Collectors.joining(", "));
  }

  /** What there is, for messages. */
  static String aliases(ModelHistory history) {
    return history.aliases().isEmpty()
        ? "it has no aliases"
        : "its aliases: "
            + history.aliases().stream().map(Alias::name).collect(Collectors.joining(", "));
  }
}
