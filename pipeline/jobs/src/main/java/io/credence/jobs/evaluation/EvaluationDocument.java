package io.credence.jobs.evaluation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credence.beam.Evaluating;
import io.credence.decision.Decision;
import io.credence.decision.Look;
import io.credence.decision.MeanBounds;
import io.credence.evaluation.Assessment;
import io.credence.evaluation.Calibration;
import io.credence.evaluation.Evaluation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code evaluation.json} holds; {@code evaluation.schema.json} says what each part means. The
 * same evaluation gives the same bytes.
 */
public record EvaluationDocument(
    int formatVersion,
    String credenceVersion,
    ModelEntry model,
    @JsonSetter(nulls = Nulls.SET) @Nullable ModelEntry against,
    RequestEntry request,
    Map<String, Object> records,
    List<IssueEntry> issues,
    String verdict,
    boolean passed,
    List<OutputEntry> outputs,
    Map<String, Long> segments,
    List<GateEntry> gates) {

  /** The version of this format. A field that it has keeps its meaning; others may be added. */
  public static final int FORMAT = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  /** A model that was evaluated. */
  public record ModelEntry(String name, String version, String digest) {}

  /** How it was evaluated. */
  public record RequestEntry(
      int numSamples,
      long seed,
      @JsonSetter(nulls = Nulls.SET) @Nullable String keyField,
      List<Double> levels,
      List<Double> hdiLevels,
      boolean exact,
      List<String> by,
      @JsonSetter(nulls = Nulls.SET) @Nullable String labelKey,
      boolean served) {}

  /** A record that should not be as it is; file and row are null where they are not known. */
  public record IssueEntry(
      String kind,
      @JsonSetter(nulls = Nulls.SET) @Nullable String file,
      @JsonSetter(nulls = Nulls.SET) @Nullable Long row,
      String what) {}

  /** A figure; a number that is not finite is null. */
  public record FigureEntry(
      String name,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double value,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double lower,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double upper) {}

  /** A label with its prediction. */
  public record ExampleEntry(double label, double median, List<Double> lower, List<Double> upper) {}

  /**
   * What one look after the other said of an output.
   *
   * @param verdict which model is better; null without another one, or without looks
   */
  public record DecisionEntry(
      String loss,
      @JsonSetter(nulls = Nulls.SET) @Nullable String verdict,
      @JsonSetter(nulls = Nulls.SET) @Nullable Long decidedAfter,
      @JsonSetter(nulls = Nulls.SET) @Nullable Long alarmedAfter,
      List<LookEntry> looks) {

    /** The looks as they were. */
    public Decision decision() {
      return new Decision(loss, looks.stream().map(LookEntry::look).toList());
    }
  }

  /** A look; a number that is not known, or not finite, is null. */
  public record LookEntry(
      long labels,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double coverage,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double coverageLogEvidence,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double logAlarm,
      long compared,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double difference,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double lower,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double upper,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double logEvidence) {

    /** Bounds that are not finite exclude nothing, and such evidence is beyond all doubt. */
    Look look() {
      return new Look(
          labels,
          or(coverage, Double.NaN),
          or(coverageLogEvidence, Double.NaN),
          or(logAlarm, Double.NaN),
          compared,
          or(difference, Double.NaN),
          new MeanBounds(
              or(lower, Double.NEGATIVE_INFINITY),
              or(upper, Double.POSITIVE_INFINITY),
              or(logEvidence, Double.POSITIVE_INFINITY)));
    }

    private static double or(@Nullable Double value, double none) {
      return value == null ? none : value;
    }
  }

  /** An output over all records. */
  public record OutputEntry(
      String name,
      String kind,
      long records,
      String verdict,
      List<String> deviations,
      List<FigureEntry> figures,
      List<FigureEntry> differences,
      List<Double> pit,
      List<ExampleEntry> examples,
      DecisionEntry decision) {

    /**
     * The verdict with its deviations.
     *
     * @throws IllegalArgumentException when a word is none of ours
     */
    public Calibration calibration() {
      return Words.calibration(verdict, deviations);
    }
  }

  /** A gate of the model, and what it was held against. */
  public record GateEntry(
      String output,
      String figure,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double min,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double max,
      @JsonSetter(nulls = Nulls.SET) @Nullable Double value,
      boolean met) {}

  /**
   * The document of an evaluation.
   *
   * @param labelKey by which labels were found; null when the records held them
   */
  public static EvaluationDocument of(
      Evaluating evaluating, @Nullable String labelKey, Evaluation evaluation) {
    Assessment assessment =
        Assessment.of(evaluation, evaluating.model().model().outputs(), evaluating.spec());
    return Documents.of(evaluating, labelKey, evaluation, assessment);
  }

  /** The document as it is written. */
  public byte[] json() throws IOException {
    return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what was written, also by a later version, which may have more fields.
   *
   * @throws IOException when it is none, or of a format with other meanings
   */
  public static EvaluationDocument read(byte[] json) throws IOException {
    EvaluationDocument document;
    try {
      document = JSON.readValue(json, EvaluationDocument.class);
    } catch (JsonProcessingException e) {
      throw new IOException("is not what credence evaluate writes: " + e.getOriginalMessage(), e);
    }
    if (document.formatVersion != FORMAT) {
      throw new IOException(
          "has format_version "
              + document.formatVersion
              + ", but this version of Credence reads "
              + FORMAT);
    }
    return document;
  }
}
