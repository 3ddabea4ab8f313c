package io.credence.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.cli.Credence;
import io.credence.cli.command.Console;
import io.credence.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedSavepointTest {

  @Test
  void aSavepointInAStoreIsOneOfItsLocations(@TempDir Path folder) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    ExitCode exit =
        Credence.run(
            List.of(
                "score",
                "--model=../../samples/category-slopes",
                "--input=../../samples/category-slopes/features.parquet",
                "--output=" + folder.resolve("scored"),
                "--savepointPath=S3://savepoints/1",
                "--s3Endpoint=http://127.0.0.1:1"),
            new Console(err, err, false));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "--s3Endpoint=http://127.0.0.1:1: no server answers there: Connection refused"
                + System.lineSeparator());
    assertThat(exit).isEqualTo(ExitCode.WRONG_REQUEST);
  }
}
