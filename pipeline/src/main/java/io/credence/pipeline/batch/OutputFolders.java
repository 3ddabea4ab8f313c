package io.credence.pipeline.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credence.beam.store.Claim;
import io.credence.beam.store.ClaimedException;
import io.credence.beam.store.ObjectStore;
import io.credence.beam.store.StoredFile;
import io.credence.pipeline.folder.Deletion;
import io.credence.pipeline.folder.Listing;
import io.credence.pipeline.folder.NamedChannel;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The folders that a run writes to, and the files in them that are Credence's own.
 *
 * <p>Results are written into a hidden folder beneath their own first, under names that no other
 * attempt uses, and get their names when all of them are whole.
 *
 * @param output where scored files go; a local path or a URI
 * @param deadLetters where dead letters go
 * @param run tells the temporary files of this run from those of others
 */
public record OutputFolders(String output, String deadLetters, String run) implements Serializable {

  /** Written last: whoever sees it knows that the folder is whole. */
  public static final String MANIFEST = "_manifest.json";

  /** Written instead of the manifest when too many records could not be scored. */
  public static final String FAILURE = "_failed.json";

  /** There while results are published; also after a crash, until a later run has tidied up. */
  public static final String CLAIM = "_publishing";

  /** What a run puts out of use. */
  static final String SUPERSEDED = "superseded.json";

  /** Where the dead letters of a run go that is given up, beneath the folder of others. */
  private static final String GIVEN_UP = "_failed";

  /** So many hexadecimal digits tell the runs of a folder apart: 48 bits. */
  private static final int TOKEN = 12;

  private static final String TEMPORARY = ".credence-temp-";
  private static final String CLAIM_OF_RUN = ".lock";

  /** Earlier versions wrote names without the run. */
  private static final Pattern SCORED = Pattern.compile("part-\\d+-of-\\d+(-[0-9a-z]+)?\\.parquet");

  private static final Pattern DEAD = Pattern.compile("_part-\\d+-of-\\d+(-[0-9a-z]+)?\\.jsonl");

  /** Where dead letters go when nothing else is asked for. */
  public static String deadLettersBeneath(String output) {
    return (output.endsWith("/") ? output : output + "/") + "dead-letters";
  }

  /** What the names of this run's files hold. */
  String token() {
    return token(run);
  }

  private static String token(String run) {
    String digits = run.replace("-", "");
    return digits.substring(0, Math.min(TOKEN, digits.length()));
  }

  /** Whether a file is one of this run's, by its name. */
  boolean isOfThisRun(ResourceId file) {
    return String.valueOf(file.getFilename()).contains("-" + token() + ".");
  }

  /** By which one run at a time publishes. */
  public ResourceId claim() {
    return file(output, CLAIM);
  }

  /** The manifest of a finished run. */
  public ResourceId manifest() {
    return file(output, MANIFEST);
  }

  /** The account of a run that was given up because of its dead letters. */
  public ResourceId failure() {
    return file(output, FAILURE);
  }

  /** A scored file, by the name that the manifest gives it. */
  public ResourceId scored(String name) {
    return file(output, name);
  }

  /**
   * A file of dead letters.
   *
   * @param givenUp whether the run is given up because of them
   */
  ResourceId deadLetter(String name, boolean givenUp) {
    return file(givenUp ? deadLettersGivenUp().toString() : deadLetters, name);
  }

  /** Apart from the others, which may belong to results that are whole. */
  private ResourceId deadLettersGivenUp() {
    return folder(deadLetters).resolve(GIVEN_UP, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  /** Where those of this run are. */
  public String deadLetters(boolean givenUp) {
    return givenUp ? deadLettersGivenUp().toString().replaceFirst("/$", "") : deadLetters;
  }

  /** The name of a file as seen from the output folder when it lies there. */
  String relative(ResourceId file) {
    String from = folder(output).toString();
    String name = file.toString();
    return name.startsWith(from) ? name.substring(from.length()) : name;
  }

  ResourceId temporaryScored(String name) {
    return temporary(output).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** In another place than the scored files: the two folders may be of different file systems. */
  ResourceId temporaryDeadLetter(String name) {
    return temporary(deadLetters).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId temporary(String folder) {
    return folder(folder).resolve(TEMPORARY + run, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  private static ResourceId folder(String folder) {
    return StoredFile.at(folder, true);
  }

  private static ResourceId file(String folder, String name) {
    return folder(folder).resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  /** What this run says of itself, once it has come to its end. */
  public Optional<Manifest> account() throws IOException {
    Optional<Manifest> whole = ofThisRun(manifest());
    return whole.isPresent() ? whole : ofThisRun(failure());
  }

  private Optional<Manifest> ofThisRun(ResourceId account) throws IOException {
    try {
      return Manifest.find(account).filter(found -> run.equals(found.run()));
    } catch (CharConversionException | JsonProcessingException e) {
      return Optional.empty(); // Whoever broke it, it is not what this run wrote.
    }
  }

  /** What lies in the folders, which need not exist. */
  public FolderContents contents() throws IOException {
    List<ResourceId> results = new ArrayList<>(parts());
    for (ResourceId account : List.of(manifest(), failure())) {
      if (!Listing.of(folder(output), String.valueOf(account.getFilename())).isEmpty()) {
        results.add(account);
      }
    }
    results.addAll(letters(true, Set.of()));
    results.sort(Comparator.comparing(ResourceId::toString));
    List<ResourceId> foreign = new ArrayList<>(foreign(output, OutputFolders::isNameOfOutput));
    foreign.addAll(foreign(deadLetters, name -> DEAD.matcher(name).matches()));
    return new FolderContents(results, foreign);
  }

  private static boolean isNameOfOutput(String name) {
    return SCORED.matcher(name).matches() || Set.of(MANIFEST, FAILURE, CLAIM).contains(name);
  }

  /** Files of other names, but for hidden ones; and folders of those names. */
  private static List<ResourceId> foreign(String folder, Predicate<String> own) throws IOException {
    ResourceId in = folder(folder);
    List<ResourceId> foreign = new ArrayList<>();
    for (ResourceId file : Listing.of(in, "*")) {
      String name = String.valueOf(file.getFilename());
      if (!own.test(name) && !name.startsWith(".")) {
        foreign.add(file);
      }
    }
    for (ResourceId inner : Listing.store(in).folders(in)) {
      if (own.test(nameOf(inner))) {
        foreign.add(inner);
      }
    }
    return foreign;
  }

  /** The scored files of all runs. */
  List<ResourceId> parts() throws IOException {
    return matching(folder(output), SCORED);
  }

  /**
   * The dead letters of all runs of this output. In a folder that was chosen for them, other jobs
   * may have theirs: there, only those of the runs that are named.
   *
   * @param all whether also those of runs that were not given up
   * @param runs names of temporary folders
   */
  Set<ResourceId> letters(boolean all, Set<String> runs) throws IOException {
    Set<ResourceId> letters = new LinkedHashSet<>();
    for (ResourceId folder : letterFolders()) {
      boolean ours = folder.toString().startsWith(folder(deadLettersBeneath(output)).toString());
      boolean givenUp = nameOf(folder).equals(GIVEN_UP);
      for (ResourceId letter : matching(folder, DEAD)) {
        if ((all || givenUp) && (ours || isOf(runs, letter))) {
          letters.add(letter);
        }
      }
    }
    return letters;
  }

  private static boolean isOf(Set<String> runs, ResourceId file) {
    return runs.stream()
        .map(name -> "-" + token(name.substring(TEMPORARY.length())) + ".")
        .anyMatch(String.valueOf(file.getFilename())::contains);
  }

  private Set<ResourceId> letterFolders() {
    Set<ResourceId> all = new LinkedHashSet<>();
    for (String each : List.of(deadLettersBeneath(output), deadLetters)) {
      all.add(folder(each));
      all.add(folder(each).resolve(GIVEN_UP, StandardResolveOptions.RESOLVE_DIRECTORY));
    }
    return all;
  }

  private static List<ResourceId> matching(ResourceId folder, Pattern pattern) throws IOException {
    return Listing.of(folder, "*").stream()
        .filter(file -> pattern.matcher(String.valueOf(file.getFilename())).matches())
        .toList();
  }

  private static String nameOf(ResourceId folder) {
    String name = folder.toString().replaceFirst("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The file that an account lists; none where the name leads out of the folders of results. */
  Optional<ResourceId> listed(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (SCORED.matcher(name).matches()) {
      return Optional.of(scored(name));
    }
    return DEAD.matcher(last).matches()
        ? letterFolders().stream()
            .map(folder -> folder.resolve(last, StandardResolveOptions.RESOLVE_FILE))
            .filter(file -> relative(file).equals(name))
            .findFirst()
        : Optional.empty();
  }

  /** Dead letters that an account lists in a folder that only it knows: in full, or from here. */
  Optional<ResourceId> listedElsewhere(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (!DEAD.matcher(last).matches() || ("/" + name).contains("/../")) {
      return Optional.empty();
    }
    boolean isFull = name.startsWith("/") || name.contains("://");
    return Optional.of(StoredFile.at(isFull ? name : folder(output) + name, false));
  }

  static boolean isDeadLetters(ResourceId file) {
    return DEAD.matcher(String.valueOf(file.getFilename())).matches();
  }

  /** Whether a file is of a run that was given up. */
  static boolean isGivenUp(ResourceId file) {
    return nameOf(file.getCurrentDirectory()).equals(GIVEN_UP);
  }

  /** Temporary files of runs that were interrupted, or that are running still. */
  public Set<ResourceId> leftovers() throws IOException {
    Set<ResourceId> leftovers = new LinkedHashSet<>();
    for (String folder : List.of(output, deadLettersBeneath(output))) {
      leftovers.addAll(Listing.of(folder(folder), TEMPORARY + "*/*"));
    }
    leftovers.addAll(Listing.of(folder(output), TEMPORARY + "*" + CLAIM_OF_RUN));
    return leftovers;
  }

  /** The names of the temporary folders of runs that are not known to be alive. */
  Set<String> deadRuns() throws IOException {
    Set<String> dead = new LinkedHashSet<>();
    for (String name : otherRuns()) {
      ResourceId lock = file(output, name + CLAIM_OF_RUN);
      if (!Listing.store(lock).isHeld(lock)) {
        dead.add(name);
      }
    }
    return dead;
  }

  /** The names of the temporary folders of other runs, also of those that are empty. */
  private Set<String> otherRuns() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (ResourceId file : leftovers()) {
      String own = String.valueOf(file.getFilename());
      names.add(
          own.startsWith(TEMPORARY) && own.endsWith(CLAIM_OF_RUN)
              ? own.substring(0, own.length() - CLAIM_OF_RUN.length())
              : nameOf(file.getCurrentDirectory()));
    }
    for (String each : List.of(output, deadLettersBeneath(output))) {
      ResourceId in = folder(each);
      Listing.store(in).folders(in).stream()
          .map(OutputFolders::nameOf)
          .filter(name -> name.startsWith(TEMPORARY))
          .forEach(names::add);
    }
    names.remove(TEMPORARY + run);
    return names;
  }

  /** What a dead run noted. */
  ResourceId noteOf(String name) {
    return folder(output)
        .resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY)
        .resolve(SUPERSEDED, StandardResolveOptions.RESOLVE_FILE);
  }

  /** Deletes the temporary folders of dead runs. */
  void deleteLeftovers() throws IOException {
    for (String name : deadRuns()) {
      for (String folder : List.of(deadLetters, deadLettersBeneath(output), output)) {
        Deletion.ofFolder(folder(folder).resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY));
      }
      Deletion.of(List.of(file(output, name + CLAIM_OF_RUN)));
    }
  }

  /**
   * Shows other runs that this one is alive, where they can see it. The folder is made by those who
   * write results, who may be another user's: where it is not there yet, nothing is shown.
   */
  public Optional<Claim> presence() throws IOException {
    ResourceId lock = file(output, TEMPORARY + run + CLAIM_OF_RUN);
    ObjectStore store = Listing.store(lock);
    return store.tellsTheDead() && store.missingFolders(folder(output)).isEmpty()
        ? Optional.of(store.claim(lock, run))
        : Optional.empty();
  }

  /**
   * Writes a file into a folder, under a hidden name, and deletes it again, with all folders that
   * were made for it.
   *
   * @param folder one of the two
   * @throws IOException when that is not possible
   */
  public void probe(String folder) throws IOException {
    ResourceId probe = temporary(folder).resolve("probe", StandardResolveOptions.RESOLVE_FILE);
    ObjectStore store = Listing.store(probe);
    List<ResourceId> missing = store.missingFolders(folder(folder));
    Closeable own = () -> Deletion.ofFolder(probe.getCurrentDirectory());
    Closeable above = () -> store.deleteEmpty(missing);
    try (above;
        own) {
      NamedChannel.create(probe, "application/octet-stream", false).close();
    }
  }

  /** Deletes what this run left: last where the next one looks, should this break off. */
  void deleteTemporary() throws IOException {
    for (String folder : List.of(deadLetters, output)) {
      Deletion.ofFolder(temporary(folder));
    }
  }

  /**
   * Deletes all that this run wrote, after it failed, and nothing of any other run: a few files may
   * have their names already. Where this run has its account, what it published is whole.
   */
  public void discard() throws IOException {
    if (!ofThisRun().isEmpty() || Listing.size(claim()).isPresent()) {
      try (Claim ours = Listing.store(claim()).claim(claim(), run)) {
        if (account().isPresent()) {
          return; // The next run deletes the rest, by what is noted in the temporary folder.
        }
        if (ours.isHeld()) {
          Deletion.of(ofThisRun());
        }
      } catch (ClaimedException e) {
        return; // A machine that was cut off may be publishing this run, and needs its files.
      }
    }
    deleteTemporary();
  }

  /** Files of this run that have their names. */
  private List<ResourceId> ofThisRun() throws IOException {
    List<ResourceId> files = new ArrayList<>(parts());
    for (ResourceId folder : letterFolders()) {
      files.addAll(matching(folder, DEAD));
    }
    return files.stream().filter(this::isOfThisRun).toList();
  }
}
