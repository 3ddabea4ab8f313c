package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record's result depends on the record, the model and the seed: not on how it gets there. */
class SameBitsTest {

  private static final List<Group> ROWS = rows();

  private final Gauge gauge;

  SameBitsTest(@TempDir Path folder) {
    gauge = new Gauge(folder);
  }

  /** 400, of which every 50th can't be scored. */
  private static List<Group> rows() {
    List<Group> rows = new ArrayList<>(Gauge.rows(400));
    for (int id = 0; id < rows.size(); id += 50) {
      rows.set(id, Gauge.row(id, null, 1.0, "a"));
    }
    return rows;
  }

  private void input(String folder, List<Group> rows, int files) {
    int each = rows.size() / files;
    for (int i = 0; i < files; i++) {
      gauge.input(
          String.format(Locale.ROOT, "%s/%02d.parquet", folder, i),
          rows.subList(i * each, (i + 1) * each));
    }
  }

  private Map<Long, String> score(String in, String out, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--input=" + gauge.path(in) + "/*.parquet");
    options.add("--output=" + gauge.path(out));
    gauge.score(options.toArray(String[]::new)).done();
    return byId(out);
  }

  private Map<Long, String> byId(String out) {
    Map<Long, String> rows = new TreeMap<>();
    gauge.scored(out).forEach(row -> rows.put(row.getLong("id", 0), row.toString()));
    return rows;
  }

  @Test
  void inAnyOrderInAnyFilesOnAnyThreads() {
    List<Group> shuffled = new ArrayList<>(ROWS);
    Collections.shuffle(shuffled, new Random(2));
    input("one", ROWS, 1);
    input("sixteen", shuffled, 16);
    input("alone", ROWS.subList(123, 124), 1);
    Map<Long, String> expected = score("one", "a", "--targetParallelism=1");
    assertThat(expected).hasSize(392);
    assertThat(score("one", "b", "--targetParallelism=4")).isEqualTo(expected);
    assertThat(score("sixteen", "c", "--targetParallelism=1")).isEqualTo(expected);
    assertThat(score("sixteen", "d", "--targetParallelism=4")).isEqualTo(expected);
    assertThat(score("alone", "e")).containsOnly(Map.entry(123L, expected.getOrDefault(123L, "")));
    assertThat(gauge.letters("d/dead-letters")).hasSize(8);
  }

  @Test
  void theSameJobGivesTheSameBytes() throws IOException {
    input("in", ROWS, 16);
    score("in", "a", "--emitSamples");
    score("in", "b", "--emitSamples");
    for (String folder : List.of("", "/dead-letters")) {
      List<Path> files = gauge.files("a" + folder, "");
      List<Path> others = gauge.files("b" + folder, "");
      assertThat(gauge.names("b" + folder)).isEqualTo(gauge.names("a" + folder));
      for (int i = 0; i < files.size(); i++) {
        if (Files.isRegularFile(files.get(i)) && !files.get(i).endsWith("_manifest.json")) {
          assertThat(others.get(i)).hasSameBinaryContentAs(files.get(i));
        }
      }
    }
  }

  @Test
  void anotherSeedGivesOtherNoise() {
    input("in", ROWS, 1);
    Map<Long, String> expected = score("in", "a", "--seed=1");
    assertThat(score("in", "b", "--seed=2").get(1L)).isNotEqualTo(expected.get(1L));
    assertThat(score("in", "c", "--seed=1")).isEqualTo(expected);
  }

  @Test
  void twinsShareNoiseUnlessAKeyTellsThemApart() {
    List<Group> twins = List.of(Gauge.row(1, 1.0, 1.0, "a"), Gauge.row(2, 1.0, 1.0, "a"));
    input("in", twins, 1);
    score("in", "a");
    assertThat(medians("a")).hasSize(2).allMatch(medians("a").get(0)::equals);
    score("in", "b", "--keyField=id");
    assertThat(medians("b")).hasSize(2).doesNotHaveDuplicates();
    score("in", "c", "--keyField=kind");
    assertThat(medians("c")).hasSize(2).allMatch(medians("c").get(0)::equals);
    assertThat(medians("c")).doesNotContainAnyElementsOf(medians("a"));
  }

  private List<Double> medians(String out) {
    return gauge.scored(out).stream().map(row -> row.getDouble("y_pred", 0)).toList();
  }
}
