package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

  private static final String LISTED =
      "51ded63945023782e9a4704d15bfdfa8337562403278f13cee7b8368dedb62fd";

  @Test
  void anUntouchedFolderPasses(@TempDir Path folder) throws Exception {
    assertThat(FolderFixture.in(folder).withChecksums().load().name()).isEqualTo("category-slopes");
  }

  @Test
  void asterisksForBinaryFilesAndUpperCaseDigitsPass(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    String sums =
        fixture
            .text("SHA256SUMS")
            .replace("  ", " *")
            .replace(LISTED, LISTED.toUpperCase(java.util.Locale.ROOT));
    assertThat(fixture.write("SHA256SUMS", sums).load().name()).isEqualTo("category-slopes");
  }

  @Test
  void otherFilesMayBeListed(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    fixture.write("SHA256SUMS", fixture.text("SHA256SUMS") + "0".repeat(64) + "  README.md\n");
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @Test
  void oneChangedByteOfThePosteriorIsNoticed(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    byte[] posterior = fixture.bytes("posterior.nc");
    posterior[posterior.length / 2] ^= 1;
    assertThat(fixture.write("posterior.nc", posterior).problems())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("SHA256SUMS: 'posterior.nc' was changed: its SHA-256 is ")
                    .endsWith(", but " + LISTED + " is listed"));
  }

  @Test
  void aChangedModelYamlIsNoticed(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    assertThat(fixture.replace("model.yaml", "1.0.0", "1.0.1").problems())
        .singleElement()
        .asString()
        .startsWith("SHA256SUMS: 'model.yaml' was changed: its SHA-256 is ");
  }

  @Test
  void aFileThatIsNotListedIsReported(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    assertThat(fixture.replace("SHA256SUMS", LISTED + "  posterior.nc\n", "").problems())
        .containsExactly("SHA256SUMS: It does not list 'posterior.nc', which is part of the model");
  }

  @Test
  void aMalformedLineIsReportedWithItsNumber(@TempDir Path folder) throws Exception {
    FolderFixture fixture = FolderFixture.in(folder).withChecksums();
    assertThat(fixture.replace("SHA256SUMS", LISTED, "51ded6").problems())
        .containsExactly(
            "SHA256SUMS:2: Not a line of sha256sum: 64 hexadecimal digits, two spaces, a file name",
            "SHA256SUMS: It does not list 'posterior.nc', which is part of the model");
  }

  @Test
  void anEmptyListCoversNothing(@TempDir Path folder) throws Exception {
    assertThat(FolderFixture.in(folder).write("SHA256SUMS", "").problems())
        .containsExactly(
            "SHA256SUMS: It does not list 'model.yaml', which is part of the model",
            "SHA256SUMS: It does not list 'posterior.nc', which is part of the model",
            "SHA256SUMS: It does not list 'verify.jsonl', which is part of the model");
  }
}
