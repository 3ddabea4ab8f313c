package io.credence.server.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {

  private final List<String> problems = new ArrayList<>();

  private ServeOptions parse(String... arguments) {
    return ServeOptions.parse(List.of(arguments), problems);
  }

  @Test
  void defaults() {
    ServeOptions options = parse("--model=a,b");
    assertThat(problems).isEmpty();
    assertThat(options.list(ServeOption.MODEL)).containsExactly("a", "b");
    assertThat(options.text(ServeOption.HOST)).contains("127.0.0.1");
    assertThat(options.integer(ServeOption.PORT)).isEqualTo(8080);
    assertThat(options.is(ServeOption.LOG_BODIES)).isFalse();
    assertThat(options.text(ServeOption.API_KEYS)).isEmpty();
  }

  /** Each default, and each example, is a value that the option takes. */
  @Test
  void allAreExplained() {
    for (ServeOption option : ServeOption.values()) {
      option
          .defaultValue()
          .ifPresent(value -> assertThat(option.range().accepts(value)).as(value).isTrue());
      parse(option == ServeOption.MODEL ? "--seed=1" : "--model=a", option.example());
      assertThat(problems).as(option.example()).isEmpty();
    }
    assertThat(ServeHelp.lines()).contains("  --maxBodyBytes", "      Default: 1048576.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=65536   | --port=65536: must be from 0 to 65535",
        "--port=        | --port=: must be from 0 to 65535",
        "--port         | --port: must be from 0 to 65535",
        "--port=8x      | --port=8x: must be from 0 to 65535",
        "--port=٣       | --port=٣: must be from 0 to 65535",
        "--seed=9223372036854775808 | --seed=9223372036854775808: must be a whole number",
        "--logBodies=1  | --logBodies=1: must be true or false",
        "--model=b,,c   | --model=b,,c: must be one local folder, s3://BUCKET/KEY or registry:URI/NAME@alias, or several with commas between them",
        "--tlsKey=      | --tlsKey=: must be a local file; with --tlsCertificate",
        "--prot=1       | There is no option --prot (did you mean 'port'?)",
        "samples        | 'samples' is no option; options look like --name=value",
        "--model=b      | --model: is given twice; give it once"
      })
  void faults(String argument, String problem) {
    parse("--model=a", argument);
    assertThat(problems).containsExactly(problem);
  }

  @Test
  void allFaultsTogether() {
    parse("--port=x", "--seed=y");
    assertThat(problems).hasSize(3).last().asString().startsWith("--model is required");
  }
}
