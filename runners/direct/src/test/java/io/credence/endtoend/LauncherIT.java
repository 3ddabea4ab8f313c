package io.credence.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher under what a machine sets for a process: locale, time zone, and mode of files. */
class LauncherIT {

  private static final Path SAMPLE = Shell.ROOT.resolve("samples/category-slopes");
  private static final String SCORE =
      "./credence score --model=samples/category-slopes --numSamples=20 '--input=%s' '--output=%s'";

  /** Of what runs for seconds, the better compiler takes more than it gives. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  /** What the first of the machines has scored. */
  private static byte[] first;

  @TempDir Path folder;

  private Path input;

  @BeforeEach
  void aNameWithLettersOfItsOwn() throws IOException {
    input = Files.createDirectory(folder.resolve("größe")).resolve("東京.parquet");
    Files.copy(SAMPLE.resolve("features.parquet"), input);
  }

  /** Folders and files have the modes that the umask gives them, and the same bytes. */
  @ParameterizedTest
  @CsvSource({
    "022, C,       UTC,              en, rwxr-xr-x, rw-r--r--",
    "077, POSIX,   America/St_Johns, ar, rwx------, rw-------",
    "000, C.UTF-8, Pacific/Apia,     ne, rwxrwxrwx, rw-rw-rw-"
  })
  void scoresAlike(
      String umask, String locale, String zone, String language, String folders, String files)
      throws Exception {
    Path output = folder.resolve("größe/out");
    Shell.Result result =
        Shell.run(
            "umask %s; export LC_ALL=%s TZ=%s CREDENCE_JAVA_OPTS='-Duser.language=%s %s'; "
                    .formatted(umask, locale, zone, language, QUICK)
                + SCORE.formatted(input.resolveSibling("*.parquet"), output));
    assertThat(result.exitCode()).as(result.text()).isZero();
    assertThat(result.text()).contains("read                       2,000");
    assertThat(mode(output)).isEqualTo(folders);
    Path scored = scored(output);
    assertThat(mode(scored)).isEqualTo(files);
    assertThat(mode(output.resolve("_manifest.json"))).isEqualTo(files);
    if (first == null) {
      first = Files.readAllBytes(scored);
    }
    assertThat(scored).hasBinaryContent(first);
  }

  private static Path scored(Path output) throws IOException {
    try (Stream<Path> all = Files.list(output)) {
      return all.filter(file -> file.toString().endsWith(".parquet")).findAny().orElseThrow();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Without the launcher, Java can't read such names there, and must not leave them out. */
  @Test
  void theJarByItselfWhereJavaReadsNoSuchNames() throws Exception {
    String jar =
        "LC_ALL=C java "
            + QUICK
            + " -jar runners/direct/target/credence-direct.jar "
            + SCORE.substring("./credence ".length());
    Shell.Result named = Shell.run(jar.formatted(input, folder.resolve("out")));
    assertThat(named.exitCode()).isEqualTo(2);
    assertThat(named.text()).contains("can't read; LC_ALL=C.UTF-8 sets another one\n");
    Path ascii = Files.createDirectory(folder.resolve("in"));
    Files.copy(input, ascii.resolve("東京.parquet"));
    Shell.Result found =
        Shell.run(jar.formatted(ascii.resolve("*.parquet"), folder.resolve("out")));
    assertThat(found.exitCode()).as(found.text()).isEqualTo(2);
    assertThat(found.text()).contains("can't read; rename it, or set LC_ALL=C.UTF-8\n");
  }

  @Test
  void theClassArchiveIsThatOfTheJar() throws Exception {
    assertThat(Shell.run("./credence help").exitCode()).isZero();
    Path target = Shell.ROOT.resolve("runners/direct/target");
    try (Stream<Path> all = Files.list(target)) {
      List<Path> archives = all.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(archives).hasSize(1);
      assertThat(Files.getLastModifiedTime(archives.get(0)))
          .isGreaterThan(Files.getLastModifiedTime(target.resolve("credence-direct.jar")));
      assertThat(archives.get(0)).isNotEmptyFile();
    }
  }

  @Test
  void aTemporaryFolderThatIsNotThere() throws Exception {
    Shell.Result result =
        Shell.run(
            "CREDENCE_JAVA_OPTS=-Djava.io.tmpdir=%s ".formatted(folder.resolve("none"))
                + SCORE.formatted(input, folder.resolve("out")));
    assertThat(result.exitCode()).as(result.text()).isEqualTo(2);
    assertThat(result.text().lines())
        .singleElement()
        .asString()
        .startsWith("zstd can't be loaded: ")
        .endsWith("-Djava.io.tmpdir=FOLDER in CREDENCE_JAVA_OPTS names another one");
  }

  @Test
  void whatCannotBePrinted() throws Exception {
    Shell.Result cut =
        Shell.run(
            "./credence inspect --model=samples/category-slopes | head -n 1; exit"
                + " ${PIPESTATUS[0]}");
    assertThat(cut.exitCode()).isZero();
    assertThat(cut.text()).isEqualTo("model      category-slopes 1.0.0\n");
  }
}
