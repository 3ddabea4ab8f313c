package io.credence.beam.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of locations, the same for all stores: {@code *} and {@code ?} stand for no slash,
 * {@code [a-z]} and {@code [!a-z]} for one character, <code>{a,b}</code> for one of some words,
 * {@code **} for anything, so that {@code **}{@code /} stands for any number of folders, or none.
 */
public final class FilePattern {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
  private static final Pattern WILDCARD_BUT_BRACKETS = Pattern.compile("[*?]");
  private static final Pattern BRACKET = Pattern.compile("[\\[{]");

  /** Where no wildcard can stand for a slash. */
  private static final Pattern WITHIN_ONE_FOLDER =
      Pattern.compile("(?!.*\\*\\*)[^/]*", Pattern.DOTALL);

  private final String text;
  private final int fixed;
  private final boolean brackets;
  private final FileKind kind;
  private final Pattern all;
  private final Pattern shown;

  private FilePattern(String text, int fixed, boolean brackets, FileKind kind) {
    this.text = text;
    this.fixed = fixed;
    this.brackets = brackets;
    this.kind = kind;
    try {
      this.all = new PatternTranslation(text, fixed, brackets, "").pattern();
      this.shown = new PatternTranslation(text, fixed, brackets, kind.notHidden()).pattern();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no pattern of files: " + e.getDescription(), e);
    }
  }

  /**
   * Makes a pattern.
   *
   * @param kind what it looks for, which says what is hidden from it
   */
  static FilePattern of(String text, FileKind kind) {
    return new FilePattern(text, fixed(text, WILDCARD), true, kind);
  }

  /** The same text, where brackets stand for themselves. */
  static FilePattern withoutBrackets(String text, FileKind kind) {
    return new FilePattern(text, fixed(text, WILDCARD_BUT_BRACKETS), false, kind);
  }

  /** A pattern within a folder whose name may hold anything; nothing is hidden from it. */
  public static FilePattern within(String folder, String pattern) {
    return new FilePattern(
        folder + pattern, folder.length() + fixed(pattern, WILDCARD), true, FileKind.ANY);
  }

  private static int fixed(String text, Pattern wildcard) {
    Matcher found = wildcard.matcher(text);
    return found.find() ? found.start() : text.length();
  }

  /** Whether a location holds brackets, which may be meant or may be part of a name. */
  static boolean hasBrackets(String location) {
    return BRACKET.matcher(location).find();
  }

  /** For a pattern of folders, which ends with a slash: that of their names. */
  FilePattern withoutSlash() {
    return new FilePattern(text.substring(0, text.length() - 1), fixed, brackets, kind);
  }

  /** What all names begin with that match. */
  public String prefix() {
    return text.substring(0, fixed);
  }

  /** The innermost folder that all names lie in that match, with the slash at its end. */
  public String folder() {
    return text.substring(0, text.lastIndexOf('/', fixed - 1) + 1);
  }

  /** Whether there is no wildcard, so that at most one name matches. */
  public boolean isName() {
    return fixed == text.length();
  }

  /** Whether what lies in folders beneath can't match, and need not be listed. */
  public boolean isWithinOneFolder() {
    return WITHIN_ONE_FOLDER.matcher(text.substring(fixed)).matches();
  }

  /** Whether a name matches, hidden or not. */
  public boolean matches(String name) {
    return all.matcher(name).matches();
  }

  /** Whether a name matches that is not hidden. */
  boolean shows(String name) {
    return shown.matcher(name).matches();
  }

  /** Whether names in a folder may match, hidden or not. */
  boolean mayMatchIn(String folder) {
    return mayMatchIn(folder, all);
  }

  /** Whether names in a folder may match that are not hidden. */
  boolean mayShowIn(String folder) {
    return mayMatchIn(folder, shown);
  }

  /** When a folder is all of the name, or its end is reached before anything speaks against it. */
  private static boolean mayMatchIn(String folder, Pattern pattern) {
    Matcher matcher = pattern.matcher(folder + "/");
    return matcher.matches() || matcher.hitEnd();
  }

  @Override
  public String toString() {
    return text;
  }
}
