package io.credence.registry;

import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample model, in as many versions as a test wants. */
final class Models {

  static final String NAME = "category-slopes";

  private static final Path SAMPLE = Path.of("../../samples/category-slopes");

  private Models() {}

  static Path folder(Path under, String version, String slope) throws IOException {
    Path folder = Files.createDirectories(under.resolve(version + "-" + slope.hashCode()));
    for (String name : List.of("posterior.nc", "model.yaml")) {
      Files.copy(SAMPLE.resolve(name), folder.resolve(name));
    }
    Path yaml = folder.resolve("model.yaml");
    String text =
        Files.readString(yaml)
            .replace("version: 1.0.0", "version: " + version)
            .replace("verify: verify.jsonl", "")
            .replace("slope: beta[category]", "slope: " + slope);
    Files.writeString(yaml, text);
    return folder;
  }

  static Candidate version(Path under, String version) throws IOException, ModelException {
    return Candidate.load(ModelFolder.local(folder(under, version, "beta[category]")));
  }

  static Candidate other(Path under, String version) throws IOException, ModelException {
    return Candidate.load(ModelFolder.local(folder(under, version, "2 * beta[category]")));
  }

  /** An evaluation that speaks for a model. */
  static Evidence good(String digest) throws IOException {
    return evidence(digest, "calibrated", true, "");
  }

  static Evidence evidence(String digest, String verdict, boolean passed, String gate)
      throws IOException {
    return evidence(digest, verdict, passed, gate, "");
  }

  /** An evaluation with some counts of records. */
  static Evidence evidence(
      String digest, String verdict, boolean passed, String gate, String records)
      throws IOException {
    return Evidence.read(
        """
        {"format_version": 1, "model": {"digest": "%s"}, "verdict": "%s", "passed": %s, "gates": [%s],
         "outputs": [{"name": "y", "verdict": "%s"}], "records": {%s}}
        """
            .formatted(digest, verdict, passed, gate, verdict, records)
            .getBytes(StandardCharsets.UTF_8));
  }
}
