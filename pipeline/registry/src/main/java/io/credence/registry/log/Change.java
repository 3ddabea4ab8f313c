package io.credence.registry.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an event changes; in the log, {@code kind} says which of these it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.Registration.class, name = "register"),
  @JsonSubTypes.Type(value = Change.Promotion.class, name = "promote"),
  @JsonSubTypes.Type(value = Change.Rollback.class, name = "rollback"),
  @JsonSubTypes.Type(value = Change.Retirement.class, name = "retire"),
  @JsonSubTypes.Type(value = Change.Decided.class, name = "decide"),
  @JsonSubTypes.Type(value = Change.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Change.Signing.class, name = "sign")
})
public sealed interface Change {

  /** Parts that are no {@code ..} nor {@code .}, with {@code /} between them. */
  Pattern PATH =
      Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\\\x00]+(/(?!\\.{1,2}(/|$))[^/\\\\\\x00]+)*");

  /**
   * The version that is registered, named by an alias from now on, retired, decided of or pinned.
   */
  String version();

  /** The digest of the version's model, in hexadecimal. */
  String digest();

  /**
   * There is a new version.
   *
   * @param folder where its files lie, beneath the model's folder in the registry
   * @param files all of them, by name
   * @param lineage what the person who registered it said of its origin, by key
   */
  record Registration(
      String version,
      String digest,
      String folder,
      List<FileEntry> files,
      Map<String, String> lineage)
      implements Change {

    public Registration {
      requireAll(version, digest, folder);
      requirePath(folder);
      files = List.copyOf(files);
      lineage = Collections.unmodifiableSortedMap(new TreeMap<>(lineage));
    }
  }

  /**
   * An alias names a version from now on.
   *
   * @param evaluation what spoke for it; null when it was forced without one
   * @param forced whether no evaluation that meets the model's gates was asked for
   */
  record Promotion(
      String version,
      String digest,
      String alias,
      @Nullable EvaluationEntry evaluation,
      boolean forced)
      implements Change {

    public Promotion {
      requireAll(version, digest, alias);
    }
  }

  /**
   * An alias names the version again that it named before the last promotion which is not undone.
   *
   * @param from the version that it named until now
   */
  record Rollback(String version, String digest, String alias, String from) implements Change {

    public Rollback {
      requireAll(version, digest, alias, from);
    }
  }

  /** No alias may name the version any more. It stays, so that what it scored can be explained. */
  record Retirement(String version, String digest) implements Change {

    public Retirement {
      requireAll(version, digest);
    }
  }

  /**
   * What labels said of a version that is tried beside the one that an alias names. By itself it
   * moves no alias.
   *
   * @param champion the version that it is compared with
   * @param share of the records that it has now, from 0 to 1
   * @param nextShare that it should have from now on
   * @param reasons in words
   * @param outputs the numbers behind them
   * @param evaluation from which they come
   */
  record Decided(
      String version,
      String digest,
      String alias,
      String champion,
      Outcome outcome,
      double share,
      double nextShare,
      List<String> reasons,
      List<ComparedOutput> outputs,
      EvaluationEntry evaluation)
      implements Change {

    public Decided {
      requireAll(version, digest, alias, champion, outcome, evaluation);
      reasons = List.copyOf(reasons);
      outputs = List.copyOf(outputs);
    }
  }

  /** No program moves the alias from the version that it names, until a person does. */
  record Pin(String version, String digest, String alias) implements Change {

    public Pin {
      requireAll(version, digest, alias);
    }
  }

  /**
   * Somebody vouches for the files of a version.
   *
   * @param signature of them
   */
  record Signing(String version, String digest, SignatureEntry signature) implements Change {
    public Signing {
      requireAll(version, digest, signature);
    }
  }

  /**
   * What bounds that hold at any look say of an output; as evaluation.json has them.
   *
   * @param verdict challenger_better, champion_better or undecided
   */
  record ComparedOutput(
      String output,
      String loss,
      String verdict,
      long compared,
      @Nullable Double difference,
      @Nullable Double lower,
      @Nullable Double upper,
      @Nullable Double logEvidence,
      @Nullable Long alarmedAfter) {

    public ComparedOutput {
      requireAll(output, loss, verdict);
    }
  }

  /**
   * A signature that the registry keeps.
   *
   * @param file beneath the model's folder in the registry
   * @param sha256 of the file, in hexadecimal
   */
  record SignatureEntry(String file, String sha256) {
    public SignatureEntry {
      requireAll(file, sha256);
      requirePath(file);
    }
  }

  /**
   * A file of a version.
   *
   * @param sha256 in hexadecimal
   */
  record FileEntry(String name, long bytes, String sha256) {

    public FileEntry {
      requireAll(name, sha256);
      requirePath(name);
    }
  }

  /**
   * An evaluation that the registry keeps.
   *
   * @param file beneath the model's folder in the registry
   * @param sha256 of the file, in hexadecimal
   * @param verdict the evaluation's own
   * @param gates how many gates it meets
   */
  record EvaluationEntry(String file, String sha256, String verdict, int gates) {

    public EvaluationEntry {
      requireAll(file, sha256, verdict);
      requirePath(file);
    }
  }

  /** A text may name anything, but nothing outside of the model's folder is read for it. */
  private static void requirePath(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("'%s' is no path within a folder".formatted(path));
    }
  }

  /** A text that lacks a field gives null for it. */
  private static void requireAll(Object... fields) {
    for (Object field : fields) {
      Objects.requireNonNull(field, "a field is missing");
    }
  }
}
