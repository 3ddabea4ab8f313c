package io.credence.folder;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credence.predict.ExpressionModel;
import io.credence.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the sample category-slopes, without its checksums, for tests to damage. */
final class FolderFixture {

  static final Path SAMPLE = Path.of("../../samples/category-slopes");

  private final Path folder;

  private FolderFixture(Path folder) {
    this.folder = folder;
  }

  static FolderFixture in(Path folder) throws IOException {
    for (String name : List.of("model.yaml", "posterior.nc", "verify.jsonl")) {
      Files.copy(SAMPLE.resolve(name), folder.resolve(name));
    }
    return new FolderFixture(folder);
  }

  FolderFixture withChecksums() throws IOException {
    Files.copy(SAMPLE.resolve("SHA256SUMS"), folder.resolve("SHA256SUMS"));
    return this;
  }

  byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  FolderFixture write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    return this;
  }

  FolderFixture write(String name, String content) throws IOException {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  FolderFixture replace(String name, String part, String replacement) throws IOException {
    String text = text(name);
    if (!text.contains(part)) {
      throw new IllegalArgumentException(name + " does not contain " + part);
    }
    return write(name, text.replace(part, replacement));
  }

  FolderFixture delete(String name) throws IOException {
    Files.delete(folder.resolve(name));
    return this;
  }

  ExpressionModel load() throws ModelException, IOException {
    return (ExpressionModel) ModelLoader.load(ModelFolder.local(folder)).model();
  }

  /** The problems of a folder that must be refused, one line each. */
  List<String> problems() {
    ModelException exception = catchThrowableOfType(ModelException.class, this::load);
    if (exception == null) {
      return List.of("(no problem)");
    }
    // The temporary folder has another name each time.
    return exception.problems().stream()
        .map(Problem::toString)
        .map(line -> line.replace(folder.toString(), "FOLDER"))
        .toList();
  }
}
