package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.DeadLetterCode;
import io.credence.deadletter.UnscorableException;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.util.SerializableUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One loop of scoring, with what is attached to it. */
class RecordScorerTest {

  private static final ScoreSpec SPEC =
      new ScoreSpec(
          PredictSpec.DEFAULT.withNumSamples(100), ScoreSpec.DEFAULT.summary().withBins(0), false);

  private final ModelRef model = Slopes.model();
  private final ScoringMetrics metrics = new ScoringMetrics(model, 100);
  private final List<String> ends = new ArrayList<>();

  private final RecordScorer.Ending<GenericRecord, Scored, Boolean> ending =
      new RecordScorer.Ending<>() {
        @Override
        public Boolean scored(GenericRecord row, Scored score) {
          ends.add(Slopes.id(row) + " " + score.summary().median());
          return true;
        }

        @Override
        public Boolean deadLetter(GenericRecord row, UnscorableException reason) {
          ends.add(Slopes.id(row) + " " + reason.code());
          return false;
        }
      };

  @AfterEach
  void forget() {
    Watchers.forget();
  }

  private static RecordReader<GenericRecord> reader(Scoring scoring) {
    return RecordFormat.avro().reader(scoring.fields())::read;
  }

  private List<Boolean> score(Scoring scoring, List<GenericRecord> rows) throws IOException {
    RecordScorer<GenericRecord, Scored> scorer = scoring.open(reader(scoring), metrics);
    List<Boolean> scored = new ArrayList<>();
    for (GenericRecord row : rows) {
      scored.add(scorer.score(row, ending));
    }
    return scored;
  }

  @Test
  void eachRecordEndsOnceWithItsScoreOrAsADeadLetter() throws Exception {
    List<GenericRecord> rows = List.of(Slopes.GOOD.get(1), Slopes.BAD.get(0), Slopes.GOOD.get(2));
    Scored expected =
        Scorer.of(model.model(), SPEC)
            .score(RecordFormat.avro().reader(List.of("x", "category")), Slopes.GOOD.get(1));
    assertThat(score(Scoring.of(model, SPEC), rows)).containsExactly(true, false, true);
    assertThat(ends).hasSize(3);
    assertThat(ends.get(0)).isEqualTo("1 " + expected.summary().median());
    assertThat(ends.get(1)).isEqualTo("10 MISSING_FEATURE");
  }

  @Test
  void anObserverSeesEveryRecordWithFieldsOfItsOwn() throws Exception {
    Scoring scoring = Scoring.of(model, SPEC).withAttachment(new Watchers.Monitor("monitor"));
    assertThat(scoring.fields()).containsExactly("x", "category", "id");
    score(SerializableUtils.clone(scoring), List.of(Slopes.GOOD.get(1), Slopes.BAD.get(1)));
    assertThat(Watchers.seen("monitor")).containsExactly("1/1 scored", "11/1 OUT_OF_RANGE");
  }

  /** A model with another digest. */
  private static ModelRef copy(Path folder, UnaryOperator<String> change) throws Exception {
    Path yaml = Slopes.copyTo(folder).resolve("model.yaml");
    Files.writeString(yaml, change.apply(Files.readString(yaml)) + "# a copy\n");
    return ModelRef.at(folder.toString());
  }

  private void shadow(Scoring scoring, String name, List<GenericRecord> rows) throws IOException {
    RecordScorer<GenericRecord, Scored> scorer =
        scoring.open(reader(scoring), metrics, new Watchers.Shadows(name));
    for (GenericRecord row : rows) {
      scorer.score(row, ending);
    }
  }

  @Test
  void aCopyInTheShadowSaysTheSameAndTouchesNoScore(@TempDir Path folder) throws Exception {
    List<GenericRecord> rows = List.of(Slopes.GOOD.get(1), Slopes.BAD.get(0), Slopes.GOOD.get(9));
    ModelRef copy = copy(folder.resolve("copy"), text -> text);
    assertThat(copy.digest()).isNotEqualTo(model.digest());
    score(Scoring.of(model, SPEC), rows);
    List<String> alone = List.copyOf(ends);
    ends.clear();
    Scoring both =
        Scoring.of(model, SPEC)
            .withShadow(Shadow.of(copy, Duration.ofSeconds(1)))
            .withAttachment(new Watchers.Monitor("monitor"));
    shadow(SerializableUtils.clone(both), "same", rows);
    assertThat(ends).isEqualTo(alone);
    assertThat(Watchers.seen("same")).containsExactly("1 same", "9 same");
    assertThat(Watchers.seen("monitor"))
        .containsExactly("1/1 scored", "10/0 MISSING_FEATURE", "9/77 scored");
  }

  @Test
  void aRecordThatOnlyTheChallengerRefusesKeepsItsScore(@TempDir Path folder) throws Exception {
    ModelRef strict =
        copy(
            folder.resolve("strict"),
            text ->
                text.replace("{type: double,", "{column: away, type: double,")
                    .replace("verify: verify.jsonl", ""));
    Scoring both = Scoring.of(model, SPEC).withShadow(Shadow.of(strict, Duration.ofSeconds(1)));
    shadow(both, "strict", List.of(Slopes.GOOD.get(1)));
    assertThat(ends).hasSize(1);
    assertThat(Watchers.seen("strict")).containsExactly("1 MISSING_FEATURE");
  }

  @Test
  void aWayWithoutAnEndForAShadowRefusesOne() {
    Scoring both = Scoring.of(model, SPEC).withShadow(Shadow.of(model, Duration.ofSeconds(1)));
    assertThatThrownBy(() -> both.open(reader(both), metrics))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("This way has no end for a shadow");
  }

  @Test
  void aScoreThatHasNoPlaceIsADeadLetterAndCountsAsOne() throws Exception {
    Scoring scoring = Scoring.of(model, SPEC).withAttachment(new Watchers.Monitor("monitor"));
    RecordScorer<GenericRecord, Scored> scorer = scoring.open(reader(scoring), metrics);
    RecordScorer.Ending<GenericRecord, Scored, String> tooSmall =
        new RecordScorer.Ending<>() {
          @Override
          public String scored(GenericRecord row, Scored score) throws UnscorableException {
            throw new UnscorableException(DeadLetterCode.UNDECODABLE, "is too large", null);
          }

          @Override
          public String deadLetter(GenericRecord row, UnscorableException reason) {
            return reason.reason();
          }
        };
    assertThat(scorer.score(Slopes.GOOD.get(1), tooSmall)).isEqualTo("is too large");
    assertThat(Watchers.seen("monitor")).containsExactly("1/1 UNDECODABLE");
  }

  @Test
  void aRecordIsBegunBeforeItIsReadAndMayBeUndecodable() throws Exception {
    Scoring scoring = Scoring.of(model, SPEC);
    RecordReader<GenericRecord> inner = reader(scoring);
    RecordReader<GenericRecord> decoding =
        new RecordReader<>() {
          private @Nullable GenericRecord begun;

          @Override
          public void begin(GenericRecord record) throws UnscorableException {
            if (Slopes.id(record) == 2) {
              throw new UnscorableException(DeadLetterCode.UNDECODABLE, "is no record", null);
            }
            begun = record;
          }

          @Override
          public @Nullable Object read(GenericRecord record, int field) {
            assertThat(record).isSameAs(begun);
            return inner.read(record, field);
          }
        };
    RecordScorer<GenericRecord, Scored> scorer = scoring.open(decoding, metrics);
    assertThat(scorer.score(Slopes.GOOD.get(1), ending)).isTrue();
    assertThat(scorer.score(Slopes.GOOD.get(2), ending)).isFalse();
    assertThat(ends.get(1)).isEqualTo("2 UNDECODABLE");
  }

  @Test
  void whatIsNoDefectOfARecordFailsTheBundle() {
    Scoring scoring = Scoring.of(model, SPEC);
    RecordScorer<GenericRecord, Scored> scorer =
        scoring.open(
            (record, field) -> {
              throw new IllegalStateException("broken");
            },
            metrics);
    assertThatThrownBy(() -> scorer.score(Slopes.GOOD.get(1), ending)).hasMessage("broken");
    assertThat(ends).isEmpty();
  }
}
