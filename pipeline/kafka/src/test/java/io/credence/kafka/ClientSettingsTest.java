package io.credence.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientSettingsTest {

  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  private final Path file;

  ClientSettingsTest(@TempDir Path folder) {
    this.file = folder.resolve("client.properties");
  }

  @Test
  void withoutAFile() throws IOException {
    ClientSettings settings = new ClientSettings(null);
    assertThat(settings.refused()).isEmpty();
    assertThat(settings.group("usual")).isEqualTo("usual");
    assertThat(settings.consumer("b:1", "g"))
        .containsEntry("group.id", "g")
        .containsEntry("enable.auto.commit", false)
        .containsEntry("auto.offset.reset", "none")
        .containsEntry("isolation.level", "read_committed");
    assertThat(settings.producer("b:1"))
        .containsEntry("bootstrap.servers", "b:1")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
  }

  @Test
  void whatIsGivenCounts() throws IOException {
    Files.writeString(file, "group.id=mine\nauto.offset.reset=latest\nmax.request.size=7\n");
    ClientSettings settings = new ClientSettings(file.toString());
    assertThat(settings.group("usual")).isEqualTo("mine");
    assertThat(settings.beginsWithLatest()).isTrue();
    assertThat(settings.consumer("b:1", "g")).containsEntry("auto.offset.reset", "latest");
    assertThat(settings.producer("b:1")).containsEntry("max.request.size", "7");
  }

  @Test
  void whatWouldLoseMessagesIsRefused() throws IOException {
    Files.writeString(file, "enable.auto.commit=true\ntransactional.id=x\nlinger.ms=5\n");
    assertThat(new ClientSettings(file.toString()).refused())
        .containsExactly("enable.auto.commit", "transactional.id");
  }

  @Test
  void noSecretTravels() throws IOException {
    String jaas = PLAIN + " required username=\"me\" password=\"hush\";";
    Files.writeString(file, "sasl.jaas.config=" + jaas + "\n");
    ClientSettings settings = new ClientSettings(file.toString());
    assertThat(settings.refused()).isEmpty();
    assertThat(settings.common("b:1")).containsEntry("sasl.jaas.config", jaas);
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(
            new String(
                SerializableUtils.serializeToByteArray(settings), StandardCharsets.ISO_8859_1))
        .contains("client.properties")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "hush hush;",
        "hush required;",
        PLAIN + " hush username=me password=hush;",
        PLAIN + " required username=me password=hu\"sh;",
        PLAIN + " required username=me password=hush",
        PLAIN + " required username=me password=\"hu\"sh\";",
        PLAIN + " required username=me password hush;",
        "com.sun.security.auth.module.JndiLoginModule required password=hush;",
      })
  void noPartOfAPasswordIsShown(String jaas) throws IOException {
    Files.writeString(file, "sasl.jaas.config=" + jaas + "\n");
    ClientSettings settings = new ClientSettings(file.toString());
    assertThatIllegalArgumentException()
        .isThrownBy(settings::refused)
        .withMessageStartingWith("sasl.jaas.config must be")
        .withMessageNotContainingAny("hush", "hu", "sh;")
        .withNoCause();
    assertThatIllegalStateException()
        .isThrownBy(() -> settings.producer("b:1"))
        .withMessageNotContainingAny("hush", "hu", "sh;");
  }

  /** Kafka's clients read it from where it is kept. */
  @Test
  void aLoginThatIsKeptElsewhere() throws IOException {
    Files.writeString(
        file,
        "config.providers=file\nsasl.jaas.config=${file:/run/secrets/login.properties:jaas}\n");
    assertThat(new ClientSettings(file.toString()).common("b:1"))
        .containsEntry("sasl.jaas.config", "${file:/run/secrets/login.properties:jaas}");
  }

  @Test
  void aMachineWithoutTheFile() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new ClientSettings(file.toString()).common("b:1"))
        .withMessageStartingWith("--kafkaProperties=" + file + ": can't be read on this machine");
  }
}
