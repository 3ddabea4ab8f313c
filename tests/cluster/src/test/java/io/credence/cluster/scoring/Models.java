package io.credence.cluster.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Model folders that tests may change, and delete. */
public final class Models {

  private static final String DESCRIPTION = "model.yaml";

  private Models() {}

  /** A copy without what would notice that its description is changed. */
  public static Path copy(Path model, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : new String[] {DESCRIPTION, "posterior.nc"}) {
      Files.copy(model.resolve(file), folder.resolve(file));
    }
    replace(folder, "verify: verify.jsonl\n", "");
    return folder;
  }

  public static void replace(Path folder, String old, String replacement) throws IOException {
    Path file = folder.resolve(DESCRIPTION);
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " has no " + old);
    }
    Files.writeString(file, text.replace(old, replacement));
  }

  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
