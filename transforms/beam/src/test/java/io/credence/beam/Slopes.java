package io.credence.beam;

import static io.credence.deadletter.DeadLetterCode.MISSING_FEATURE;
import static io.credence.deadletter.DeadLetterCode.NOT_FINITE;
import static io.credence.deadletter.DeadLetterCode.OUT_OF_RANGE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.credence.deadletter.DeadLetterCode;
import io.credence.folder.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroGenericCoder;
import org.jspecify.annotations.Nullable;

/** The sample model category-slopes, and records for it. */
final class Slopes {

  static final String FOLDER = "samples/category-slopes";

  /** Those that the model consists of. */
  static final List<String> FILES = List.of("model.yaml", "posterior.nc", "verify.jsonl");

  static final Schema SCHEMA =
      SchemaBuilder.record("Row")
          .fields()
          .requiredLong("id")
          .optionalDouble("x")
          .optionalInt("category")
          .endRecord();

  static final AvroGenericCoder CODER = AvroCoder.of(SCHEMA);

  /** Ten that can be scored, one of them of a category that the model was not trained on. */
  static final List<GenericRecord> GOOD =
      List.of(
          row(0, 0.0, 0),
          row(1, 0.5, 1),
          row(2, 1.0, 2),
          row(3, 2.5, 0),
          row(4, 4.0, 1),
          row(5, 5.5, 2),
          row(6, 7.0, 0),
          row(7, 8.5, 1),
          row(8, 10.0, 2),
          row(9, 3.0, 77));

  /** Three that cannot. */
  static final List<GenericRecord> BAD =
      List.of(row(10, null, 0), row(11, -1.0, 1), row(12, Double.NaN, 2));

  private Slopes() {}

  static ModelRef model() {
    try {
      return ModelRef.at(FOLDER);
    } catch (ModelException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static GenericRecord row(long id, @Nullable Double x, @Nullable Integer category) {
    return new GenericRecordBuilder(SCHEMA)
        .set("id", id)
        .set("x", x)
        .set("category", category)
        .build();
  }

  /** What becomes of the three, as Score says it. */
  static List<DeadLetter> letters(ModelRef model) {
    return List.of(
        letter(model, MISSING_FEATURE, "Feature 'x' is missing and has no default", BAD.get(0)),
        letter(model, OUT_OF_RANGE, "Feature 'x' must be >= 0.0, but is -1.0", BAD.get(1)),
        letter(model, NOT_FINITE, "Feature 'x' must be finite, but is NaN", BAD.get(2)));
  }

  private static DeadLetter letter(
      ModelRef model, DeadLetterCode code, String message, GenericRecord row) {
    return new DeadLetter(
        code,
        message,
        "x",
        null,
        json(row),
        null,
        "category-slopes",
        "1.0.0",
        model.digest().hex());
  }

  /** Avro's own rendering, which is right for these, without its blanks. */
  private static String json(GenericRecord row) {
    try {
      return new ObjectMapper().readTree(row.toString()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long id(GenericRecord row) {
    return (Long) row.get("id");
  }

  /** Copies the model folder. */
  static Path copyTo(Path target) throws IOException {
    Files.createDirectories(target);
    for (String name : FILES) {
      Files.copy(Path.of(FOLDER, name), target.resolve(name));
    }
    return target;
  }
}
