package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.parquet.Files;
import io.credence.parquet.ParquetInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/**
 * A bench to try the command {@code score} on: the little model gauge, records for it, and what
 * came of them, all in one temporary folder.
 */
final class Gauge {

  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message gauge {
            required int64 id;
            optional double x;
            optional double spread;
            optional binary kind (STRING);
          }
          """);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNSEEN = "unseen:\n  kind:\n    shift: normal(0, 2)\n";

  private final Path folder;

  Gauge(Path folder) {
    this.folder = folder;
    model("model", "");
  }

  /** A path within the temporary folder. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** A model folder, with more lines at the end of its model.yaml. */
  Path model(String name, String more) {
    try {
      Path model = java.nio.file.Files.createDirectories(path(name));
      java.nio.file.Files.write(model.resolve("posterior.nc"), resource("posterior.nc"));
      java.nio.file.Files.writeString(
          model.resolve("model.yaml"),
          new String(resource("model.yaml"), StandardCharsets.UTF_8) + more);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same model with a policy for kinds that it was not trained on. */
  Path tolerantModel() {
    return model("tolerant", UNSEEN);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Gauge.class.getResourceAsStream("gauge/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** A record; null leaves a value out. */
  static Group row(long id, @Nullable Double x, @Nullable Double spread, @Nullable String kind) {
    Group row = new SimpleGroup(SCHEMA);
    row.append("id", id);
    if (x != null) {
      row.append("x", x);
    }
    if (spread != null) {
      row.append("spread", spread);
    }
    if (kind != null) {
      row.append("kind", kind);
    }
    return row;
  }

  /** Records that can be scored, all different. */
  static List<Group> rows(int count) {
    List<Group> rows = new ArrayList<>();
    Random random = new Random(1);
    for (int id = 0; id < count; id++) {
      rows.add(row(id, random.nextGaussian(), 0.5 + random.nextDouble(), id % 2 == 0 ? "a" : "b"));
    }
    return rows;
  }

  /** Writes an input file. */
  Path input(String name, List<Group> rows) {
    return input(name, SCHEMA, rows);
  }

  Path input(String name, MessageType schema, List<Group> rows) {
    try {
      Path file = path(name);
      java.nio.file.Files.createDirectories(Objects.requireNonNull(file.getParent()));
      java.nio.file.Files.deleteIfExists(file);
      return Files.write(file, schema, rows, 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments of a run with this bench's model, from "in/*.parquet" to "out", and more. */
  List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("score"));
    addUnlessGiven(arguments, "--model=", path("model"), more);
    addUnlessGiven(arguments, "--input=", path("in/*.parquet"), more);
    addUnlessGiven(arguments, "--output=", path("out"), more);
    addUnlessGiven(arguments, "--numSamples=", 100, more);
    addUnlessGiven(arguments, "--targetParallelism=", 2, more);
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static void addUnlessGiven(
      List<String> arguments, String option, Object value, String... more) {
    if (Stream.of(more).noneMatch(given -> given.startsWith(option))) {
      arguments.add(option + value);
    }
  }

  /** Scores; see {@link #arguments}. */
  Run score(String... more) {
    return Run.of(arguments(more));
  }

  /** All scored rows of a folder, in the order of its files. */
  List<Group> scored(String output) {
    List<Group> rows = new ArrayList<>();
    try {
      for (Path part : files(output, ".parquet")) {
        ParquetInput file = Files.open(part);
        rows.addAll(Files.groups(file.split(0, file.rows())));
      }
      return rows;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  MessageType schema(Path file) {
    try {
      return Files.open(file).schema();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All dead letters of a folder; each line must be a JSON object. */
  List<JsonNode> letters(String folderName) {
    List<JsonNode> letters = new ArrayList<>();
    try {
      for (Path part : files(folderName, ".jsonl")) {
        for (String line : java.nio.file.Files.readAllLines(part)) {
          letters.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(letters).allMatch(JsonNode::isObject);
    return letters;
  }

  JsonNode json(String name) {
    try {
      return JSON.readTree(path(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder, sorted, of which the names end so. */
  List<Path> files(String folderName, String end) {
    Path at = path(folderName);
    if (!java.nio.file.Files.isDirectory(at)) {
      return List.of();
    }
    try (Stream<Path> files = java.nio.file.Files.list(at)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Names of all that a folder holds, also of what is hidden and empty; those of results without
   * the run that they are of.
   */
  List<String> names(String folderName) {
    return files(folderName, "").stream()
        .map(file -> file.getFileName().toString())
        .map(name -> name.replaceFirst("(part-\\d{5}-of-\\d{5})-[0-9a-f]{12}\\.", "$1."))
        .toList();
  }

  /** The only scored file of a folder. */
  Path part(String folderName) {
    List<Path> parts = files(folderName, ".parquet");
    assertThat(parts).hasSize(1);
    return parts.get(0);
  }
}
