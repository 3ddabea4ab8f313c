package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One owner at a time, and the next after one that died. */
class LocalClaimTest {

  private final Path file;

  LocalClaimTest(@TempDir Path folder) {
    file = folder.resolve("new/claim");
  }

  @Test
  void oneAtATime() throws IOException {
    try (LocalClaim mine = LocalClaim.make(file, "me")) {
      assertThat(file).hasContent("me");
      assertThat(mine.isHeld()).isTrue();
      assertThat(LocalClaim.isHeld(file)).isTrue();
      assertThatThrownBy(() -> LocalClaim.make(file, "me"))
          .isInstanceOfSatisfying(
              ClaimedException.class, claimed -> assertThat(claimed.isAlive()).isTrue());
    }
    assertThat(file).doesNotExist();
    assertThat(LocalClaim.isHeld(file)).isFalse();
    LocalClaim.make(file, "next").close();
  }

  @Test
  void ofAnOwnerThatDied() throws IOException {
    Files.createDirectory(file.getParent());
    Files.writeString(file, "a name that is longer than mine, or half a");
    assertThat(LocalClaim.isHeld(file)).isFalse();
    try (LocalClaim mine = LocalClaim.make(file, "me")) {
      assertThat(mine.isHeld()).isTrue();
      assertThat(file).hasContent("me");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void ofAnotherProcess() throws Exception {
    Process other = start(Owner.class);
    try {
      assertThat(other.getInputStream().read()).isEqualTo('!');
      assertThat(LocalClaim.isHeld(file)).isTrue();
      assertThatThrownBy(() -> LocalClaim.make(file, "me")).isInstanceOf(ClaimedException.class);
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(file).exists();
    assertThat(LocalClaim.isHeld(file)).isFalse();
    LocalClaim.make(file, "me").close();
  }

  private Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Has a claim until it is killed. */
  static final class Owner {

    public static void main(String[] args) throws Exception {
      LocalClaim claim = LocalClaim.make(Path.of(args[0]), "other");
      System.out.write('!');
      System.out.flush();
      TimeUnit.MINUTES.sleep(1);
      claim.close();
    }
  }

  /** Looks at a claim as another machine does, by its lock alone. */
  static final class Onlooker {

    public static void main(String[] args) throws IOException {
      System.out.write(LocalClaim.isHeld(Path.of(args[0])) ? '1' : '0');
      System.out.flush();
    }
  }

  /** Two jobs share a process of Flink's, and each has its own classes. */
  @Test
  void anotherJobOfTheProcessLeavesTheLockAlone() throws Exception {
    try (LocalClaim mine = LocalClaim.make(file, "me");
        OwnClasses job = new OwnClasses()) {
      Class<?> other = job.loadClass(LocalClaim.class.getName());
      assertThat(other).isNotSameAs(LocalClaim.class);
      assertThat(call(other, "isHeld", new Class<?>[] {Path.class}, file)).isEqualTo(true);
      assertThatThrownBy(
              () -> call(other, "make", new Class<?>[] {Path.class, String.class}, file, "other"))
          .hasRootCauseMessage(file + ": is claimed");
      Process onlooker = start(Onlooker.class);
      assertThat(onlooker.getInputStream().read()).isEqualTo('1');
      assertThat(onlooker.waitFor()).isZero();
      assertThat(mine.isHeld()).isTrue();
    }
    assertThat(file).doesNotExist();
  }

  private static Object call(Class<?> type, String name, Class<?>[] types, Object... arguments)
      throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod(name, types);
    method.setAccessible(true);
    return method.invoke(null, arguments);
  }

  /** Loads the classes of claims anew, as Flink does for each job. */
  private static final class OwnClasses extends URLClassLoader {

    OwnClasses() {
      super(
          new URL[] {LocalClaim.class.getProtectionDomain().getCodeSource().getLocation()},
          LocalClaimTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(LocalClaim.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }

  @Test
  void onlyAMissingFunctionMeansThatThereAreNoLocks() {
    for (String none : List.of("Function not implemented", "Operation not supported")) {
      assertThat(LockedFile.meansNoLocks(new IOException(none))).isTrue();
    }
    for (String other : List.of("No locks available", "Input/output error", "Stale file handle")) {
      assertThat(LockedFile.meansNoLocks(new IOException(other))).isFalse();
    }
    assertThat(LockedFile.meansNoLocks(new IOException())).isFalse();
  }

  /** Between the opening of a file and its lock, its owner may delete it, and another make it. */
  @Test
  void aFileThatLostItsNameIsNoClaim() throws IOException {
    Files.createDirectory(file.getParent());
    for (int i = 0; i < 3; i++) {
      try (LockedFile first = LockedFile.open(file).orElseThrow()) {
        Files.delete(file);
        assertThat(first.isNamed()).isFalse();
        try (LockedFile second = LockedFile.open(file).orElseThrow()) {
          assertThat(first.isNamed()).isFalse();
          assertThat(second.isNamed()).isTrue();
          first.delete();
          assertThat(file).exists();
        }
      }
    }
  }

  @Test
  void whoLostTheFileTouchesNoOther() throws IOException {
    LocalClaim mine = LocalClaim.make(file, "me");
    Files.delete(file);
    Files.writeString(file, "somebody else's");
    assertThat(mine.isHeld()).isFalse();
    mine.close();
    assertThat(file).hasContent("somebody else's");
  }

  @Test
  void neverTwoOfMany() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicInteger owners = new AtomicInteger();
    try {
      List<Future<Integer>> most = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        most.add(threads.submit(() -> contend(owners)));
      }
      for (Future<Integer> each : most) {
        assertThat(each.get()).isEqualTo(1);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    assertThat(file).doesNotExist();
  }

  /** The most owners that were seen at once. */
  private int contend(AtomicInteger owners) throws IOException {
    int most = 0;
    for (int had = 0; had < 50; ) {
      try (LocalClaim claim = LocalClaim.make(file, "me")) {
        most = Math.max(most, owners.incrementAndGet());
        assertThat(claim.isHeld()).isTrue();
        owners.decrementAndGet();
        had++;
      } catch (ClaimedException e) {
        Thread.onSpinWait();
      }
    }
    return most;
  }
}
