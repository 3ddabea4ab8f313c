package io.credence.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.server.options.ServeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is none of what an option takes is a line, which names the option and the file. */
class AccessOptionsTest {

  private final List<String> problems = new ArrayList<>();
  private final Path missing;
  private final Path empty;
  private final Path bytes;

  AccessOptionsTest(@TempDir Path folder) throws IOException {
    missing = folder.resolve("missing");
    empty = Files.createFile(folder.resolve("empty"));
    bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0, 1});
  }

  private List<String> problems(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--model=any");
    AccessOptions access = new AccessOptions(ServeOptions.parse(all, problems), problems);
    access.doorkeeper();
    access.address();
    return problems;
  }

  @Test
  void keys() {
    assertThat(problems("--apiKeys=" + bytes))
        .containsExactly("--apiKeys=" + bytes + ": must be a text in UTF-8");
  }

  @Test
  void severalFilesThatAreMissing() {
    String said = ": " + missing + ": no such file or folder";
    assertThat(
            problems(
                "--apiKeys=" + missing,
                "--tlsKeyStore=" + missing,
                "--tlsPasswordFile=" + missing,
                "--tlsClientCa=" + missing))
        .containsExactly(
            "--apiKeys=" + missing + said,
            "--tlsClientCa=" + missing + said,
            "--tlsPasswordFile=" + missing + said);
  }

  @Test
  void anEmptyPasswordFile() {
    assertThat(problems("--tlsKeyStore=" + bytes, "--tlsPasswordFile=" + empty))
        .containsExactly(
            "--tlsPasswordFile="
                + empty
                + ": its first line must be the password of --tlsKeyStore, but is empty");
  }

  @Test
  void noCertificates() {
    assertThat(problems("--tlsCertificate=" + bytes, "--tlsKey=" + bytes, "--tlsClientCa=" + empty))
        .containsExactly(
            "--tlsClientCa=" + empty + ": must have certificates in PEM (BEGIN CERTIFICATE)",
            "--tlsCertificate=" + bytes + ": must have certificates in PEM (BEGIN CERTIFICATE)");
  }

  @Test
  void oneOfTwo() {
    assertThat(problems("--tlsKey=" + bytes)).hasSize(1).first().asString().contains("go together");
  }
}
