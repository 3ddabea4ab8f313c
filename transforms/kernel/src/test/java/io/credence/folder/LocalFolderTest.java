package io.credence.folder;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only an absent file is absent, and only a file can be a part of a model. */
@Timeout(value = 20, unit = SECONDS) // A pipe that is opened hangs for ever.
class LocalFolderTest {

  private static final String[] PARTS = {
    "model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"
  };

  private final Path parent;
  private final Path folder;
  private final FolderFixture fixture;

  LocalFolderTest(@TempDir Path parent) throws IOException {
    this.parent = parent;
    this.folder = Files.createDirectory(parent.resolve("model"));
    this.fixture = FolderFixture.in(folder).withChecksums();
  }

  @BeforeEach
  void theModelIsSoundBefore() throws Exception {
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"})
  void aFolderIsNoFile(String name) throws Exception {
    fixture.delete(name);
    Files.createDirectory(folder.resolve(name));
    assertRefused(name, "it is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"})
  void aPipeIsNoFile(String name) throws Exception {
    fixture.delete(name);
    assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor())
        .isZero();
    assertRefused(name, "it is no regular file, but a pipe, a socket or a device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"})
  void aLinkMustNotLeaveTheFolder(String name) throws Exception {
    Path outside = parent.resolve("outside");
    Files.move(folder.resolve(name), outside);
    Files.createSymbolicLink(folder.resolve(name), outside);
    assertRefused(name, "it is a link that leaves the model folder; copy the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"})
  void aLinkToNowhereIsNotAbsent(String name) throws Exception {
    fixture.delete(name);
    Files.createSymbolicLink(folder.resolve(name), folder.resolve("gone"));
    assertRefused(name, "it is a link to a file that does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.yaml", "posterior.nc", "verify.jsonl", "SHA256SUMS"})
  void aFileWithoutPermissionIsNotAbsent(String name) throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(Files.isReadable(folder.resolve(name)), "root may read everything");
    assertRefused(name, "this process lacks the permission to read it");
  }

  @Test
  void aDeviceWithoutEndIsNotRead() throws Exception {
    fixture.delete("posterior.nc");
    Files.createSymbolicLink(folder.resolve("posterior.nc"), Path.of("/dev/zero"));
    assertRefused("posterior.nc", "it is a link that leaves the model folder; copy the file");
  }

  @Test
  void linksWithinTheFolderAreFollowed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("..2026_11_28"));
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_28"));
    for (String name : PARTS) {
      Files.move(folder.resolve(name), data.resolve(name));
      Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
    }
    assertThat(fixture.load().name()).isEqualTo("category-slopes");
  }

  @Test
  void theFolderItselfMayBeALink() throws Exception {
    Path link = Files.createSymbolicLink(parent.resolve("link"), folder);
    assertThat(ModelLoader.load(ModelFolder.local(link)).model().name())
        .isEqualTo("category-slopes");
  }

  @Test
  void checksumsMayBeAbsent() throws Exception {
    assertThat(fixture.delete("SHA256SUMS").load().name()).isEqualTo("category-slopes");
  }

  private void assertRefused(String name, String reason) {
    assertThat(fixture.problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .matches(
                        "(model.yaml|SHA256SUMS)(:\\d+)?: '"
                            + name
                            + "' can't be read: "
                            + java.util.regex.Pattern.quote(reason)));
  }
}
