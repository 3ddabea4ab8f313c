package io.credence.beam.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * Tells of the names that a store lists which are meant by a pattern, or by a folder. All stores
 * ask it, so that all do the same.
 *
 * <p>A folder is read whole, with the folders in it, when it is named itself; or when a pattern
 * matches it and it is called like a file, as Spark calls the folders that it writes.
 */
public final class FileSieve {

  private final FilePattern pattern;
  private final FileKind kind;
  private final Pattern visible;
  private final boolean wantsFolders;
  private final Set<String> whole = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final List<MatchResult.Metadata> files = new ArrayList<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> others = new TreeSet<>();

  private FileSieve(FilePattern pattern, FileKind kind, boolean wantsFolders) {
    this.pattern = pattern;
    this.kind = kind;
    this.visible = Pattern.compile(kind.notHidden() + ".*", Pattern.DOTALL);
    this.wantsFolders = wantsFolders;
  }

  /** For the files that a pattern matches, or the folders if it ends with a slash. */
  static FileSieve of(FilePattern pattern, FileKind kind) {
    return new FileSieve(pattern, kind, false);
  }

  /** For what lies in those folders that a pattern matches. */
  static FileSieve ofFolders(FilePattern pattern, FileKind kind) {
    return new FileSieve(pattern, kind, true);
  }

  /**
   * For what lies in a folder.
   *
   * @param folder with a slash at its end
   */
  static FileSieve ofFolder(String folder, FileKind kind) {
    FileSieve sieve = new FileSieve(FilePattern.within(folder, "**"), kind, false);
    sieve.whole.add(folder.substring(0, folder.length() - 1));
    return sieve;
  }

  /** What all names begin with that are meant. */
  public String prefix() {
    return pattern.prefix();
  }

  /** Where to look: with a slash at its end. */
  public String folder() {
    return pattern.folder();
  }

  /** Whether folders beneath {@link #folder()} are to be looked into only where they are meant. */
  public boolean isWithinOneFolder() {
    return pattern.isWithinOneFolder();
  }

  /**
   * Whether to look into a folder. The folders above it were asked for before, and are looked into.
   *
   * @param path without a slash at its end
   */
  public boolean wantsFolder(String path) {
    return known.computeIfAbsent(path, this::isFolderWanted);
  }

  private boolean isFolderWanted(String path) {
    boolean isWhole = whole.contains(parent(path));
    boolean isMeant = isWhole || pattern.shows(path);
    if (isWhole && !isVisible(path + "/")) {
      hidden.add(path + "/");
      return false;
    }
    if (isWhole || (isMeant && (wantsFolders || path.endsWith(kind.ending())))) {
      whole.add(path);
      return true;
    }
    if (pattern.mayShowIn(path)) {
      return true;
    }
    if (isMeant) {
      others.add(path + "/");
    } else if (pattern.mayMatchIn(path) || pattern.matches(path)) {
      hidden.add(path + "/");
    }
    return false;
  }

  /** Takes a file, if it is wanted. The folder that it lies in was asked for before. */
  public void file(String path, Supplier<MatchResult.Metadata> file) {
    if (whole.contains(parent(path))) {
      inWholeFolder(path, file);
    } else if (!wantsFolders && pattern.shows(path)) {
      files.add(file.get());
    } else if (!wantsFolders && pattern.matches(path)) {
      hidden.add(path);
    }
  }

  private void inWholeFolder(String path, Supplier<MatchResult.Metadata> file) {
    boolean isNamedSo = path.endsWith(kind.ending());
    if (isNamedSo && isVisible(path)) {
      files.add(file.get());
    } else if (isNamedSo) {
      hidden.add(path);
    } else if (isVisible(path)) {
      others.add(path);
    }
  }

  /**
   * As {@link #file}, where a store lists names without the folders that they lie in.
   *
   * @param path a name that begins with {@link #folder()}
   */
  public void name(String path, Supplier<MatchResult.Metadata> file) {
    for (int slash = path.indexOf('/', folder().length());
        slash >= 0;
        slash = path.indexOf('/', slash + 1)) {
      if (!wantsFolder(path.substring(0, slash))) {
        return;
      }
    }
    file(path, file);
  }

  /** What was found. */
  public FoundFiles found() {
    return new FoundFiles(List.copyOf(files), List.copyOf(hidden), List.copyOf(others));
  }

  private boolean isVisible(String path) {
    int slash = path.lastIndexOf('/', path.length() - 2);
    return visible.matcher(path.substring(slash + 1)).matches();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
