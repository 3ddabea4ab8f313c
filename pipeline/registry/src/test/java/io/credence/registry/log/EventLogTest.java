package io.credence.registry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Change.EvaluationEntry;
import io.credence.registry.log.Change.Retirement;
import io.credence.registry.store.LocalRegistryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogTest {

  private static final EvaluationEntry EVALUATION =
      new EvaluationEntry("evaluations/1.json", "00", "calibrated", 1);

  private final Path first;
  private final EventLog log;

  EventLogTest(@TempDir Path folder) throws IOException {
    first = folder.resolve("m/log/00000001.json");
    log = new EventLog(new LocalRegistryStore(folder), "m/log");
    append(
        new Decided(
            "2.0.0",
            "ab",
            "champion",
            "1.0.0",
            Outcome.PROMOTE,
            0.1,
            1,
            List.of(),
            List.of(),
            EVALUATION),
        List.of());
  }

  private Event append(Change change, List<Event> before) throws IOException {
    Draft draft = new Draft("id", Instant.EPOCH, "ada", null, change);
    return Objects.requireNonNull(log.append(draft, before));
  }

  /** Changes the text of the first event as another version would have written it: sealed. */
  private void rewrite(String text, String by) throws IOException {
    String sealed = Files.readString(first);
    String open = sealed.substring(0, sealed.lastIndexOf(",\n  \"sha256\" : "));
    assertThat(open).contains(text);
    String other = open.replace(text, by);
    String digest = Sha256.hex((other + "\n}").getBytes(StandardCharsets.UTF_8));
    Files.writeString(first, other + ",\n  \"sha256\" : \"" + digest + "\"\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"share\" : 0.1`,      `\"share\" : 1.0E-1`",
        "`\"next_share\" : 1.0`, `\"next_share\" : 1`",
        "`\"by\" : \"ada\"`,     `\"by\" : \"ada\", \"later\" : {\"a\" : [1.50]}`",
        "`\"kind\" : `,         `\"later\" : true, \"kind\" : `"
      })
  void anEventFollowsTheBytesOfTheOneBefore(String text, String by) throws IOException {
    rewrite(text, by);
    List<Event> before = log.read();
    assertThat(((Decided) before.get(0).change()).share()).isEqualTo(0.1);
    Event second = append(new Retirement("2.0.0", "ab"), before);
    assertThat(second.previous()).isEqualTo(Sha256.hex(Files.readAllBytes(first)));
    assertThat(log.read()).containsExactly(before.get(0), second);
    assertThat(log.after(before)).containsExactly(second);
  }

  @Test
  void anEventIsReadAsItWasAppended() throws IOException {
    List<Event> before = log.read();
    Event second = append(new Retirement("2.0.0", "ab"), before);
    Event third = append(new Retirement("1.0.0", "ab"), List.of(before.get(0), second));
    assertThat(log.read()).containsExactly(before.get(0), second, third);
    assertThat(log.after(before)).containsExactly(second, third);
  }

  @ParameterizedTest
  @CsvSource({"decide, merge, kind", "promote, ramp, value"})
  void whatOnlyALaterVersionKnowsIsNamed(String text, String by, String what) throws IOException {
    rewrite('"' + text + '"', '"' + by + '"');
    assertThatThrownBy(log::read)
        .isInstanceOf(LogException.class)
        .hasMessage(
            first
                + ": has the unknown %s '%s': it is no event of a registry, or was written by a later version of Credence"
                    .formatted(what, by));
  }
}
