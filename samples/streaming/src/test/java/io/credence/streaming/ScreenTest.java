package io.credence.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ScreenTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new Console(shown, shown, false));

  @Test
  void whatAMessageHoldsDoesNotSteerTheTerminal() throws IOException {
    Arrivals came = new Arrivals("scored");
    String message = "{\"carrier\": \"U\\u001b[2J\\nA\\u202e\", \"dep_delay\": 41}";
    byte[] value = message.getBytes(StandardCharsets.UTF_8);
    came.add(new ConsumerRecord<>("scored", 0, 0, new byte[0], value), 0);
    screen.head(0);
    screen.second(1, came);
    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("          U\\u001b[2J\\nA\\u202e  dep_delay   41.0");
  }
}
