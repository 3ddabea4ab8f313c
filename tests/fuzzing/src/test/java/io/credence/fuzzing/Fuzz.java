package io.credence.fuzzing;

/** What Jazzer calls; the door is the argument of {@code --target_args}. */
public final class Fuzz {

  private static Door door = bytes -> "";

  private Fuzz() {}

  public static void fuzzerInitialize(String[] args) throws Exception {
    door = Doors.of(args[0]).open();
    // Classes are loaded and instrumented here, where it counts as no input's time.
    door.enter(new byte[0]);
  }

  public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
    Budget.spend(door, bytes);
  }
}
