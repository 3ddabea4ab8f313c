package io.credence.cluster.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run left in its output folder.
 *
 * @param folder the one that {@code --output} named
 */
public record Results(Path folder) {

  private static final String MANIFEST = "_manifest.json";
  private static final String TEMPORARY = ".credence-temp-";

  /** What tells the files of one run from those of another. */
  private static final Pattern RUN = Pattern.compile("-[0-9a-f]{12}(?=\\.(parquet|jsonl)\\b)");

  /** Whether a reader of the folder would take it for complete. */
  public boolean lookWhole() {
    return Files.exists(folder.resolve(MANIFEST));
  }

  /**
   * All that lies there but the account, hidden things too: files with checksums, by their names
   * without the run, and folders. So equal contents are the same bits, and nothing beside them.
   */
  public Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String name = folder.relativize(path).toString();
        if (Files.isDirectory(path)) {
          content.put(name + "/", "folder");
        } else if (!name.equals(MANIFEST)) {
          content.put(withoutRun(name), digest(path));
        }
      }
    }
    return content;
  }

  /** What the manifest says, but for the run, which is another each time. */
  public ObjectNode account() throws IOException {
    String account = Files.readString(folder.resolve(MANIFEST));
    return ((ObjectNode) new ObjectMapper().readTree(withoutRun(account))).without("run");
  }

  /** As {@link #account()}, but for what dead letters say of where records come from. */
  public ObjectNode accountElsewhere() throws IOException {
    ObjectNode account = account();
    account
        .withArray("/dead_letters/files")
        .forEach(letters -> ((ObjectNode) letters).remove(List.of("bytes", "sha256")));
    return account;
  }

  public static String withoutRun(String text) {
    return RUN.matcher(text).replaceAll("");
  }

  /**
   * How many scored files are begun or done, under the names that they have until all are whole.
   */
  public long begun() throws IOException {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.map(path -> folder.relativize(path).toString())
          .filter(name -> name.startsWith(TEMPORARY) && name.endsWith(".parquet"))
          .count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (UncheckedIOException e) {
      throw e.getCause(); // It went away while we looked.
    }
  }

  /** The same bits, nothing beside them, and an account that says the same. */
  public void assertSame(Results reference) throws IOException {
    assertThat(content()).isEqualTo(reference.content());
    assertThat(account()).isEqualTo(reference.account());
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
