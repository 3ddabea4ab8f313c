package io.credence.posterior;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * Where the tests' files are: our own beside the tests, other people's in a folder of their own.
 */
final class Files {

  private Files() {}

  /** A file that resources/posterior/make_fixtures.py made. */
  static byte[] own(String name) {
    try (InputStream in = Files.class.getResourceAsStream("/posterior/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Posterior readOwn(String name) throws PosteriorException {
    return Posterior.read(name, own(name));
  }

  /**
   * A file of the folder {@code shared/posteriors} beside the project, which holds posteriors made
   * by other people's tools. It is no part of the project, so where it is absent, tests are
   * skipped.
   */
  static byte[] shared(String name) {
    Path file = sharedFolder().resolve(name);
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path sharedFolder() {
    Path folder = projectRoot().resolve("../shared/posteriors").normalize();
    Assumptions.assumeTrue(
        java.nio.file.Files.isDirectory(folder),
        "there is no ../shared/posteriors beside the project");
    return folder;
  }

  private static Path projectRoot() {
    Path at = Path.of("").toAbsolutePath();
    while (!java.nio.file.Files.exists(at.resolve("mvnw"))) {
      at = Objects.requireNonNull(at.getParent(), "tests must run inside of the project");
    }
    return at;
  }

  /** The values of one data set, whether or not its dimensions have names. */
  static double[] values(byte[] file, String path) throws UnreadableException {
    try (HdfFile hdf = HdfFile.fromBytes(file)) {
      Dataset dataset = hdf.getDatasetByPath(path);
      var dims = Collections.nCopies(dataset.getDimensionsAsLong().length, "d");
      return NumericData.read(new NetCdfVariable(dataset.getName(), dims, dataset, file.length));
    }
  }
}
