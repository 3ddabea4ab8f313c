package io.credence.benchmarks.stream;

import io.credence.kit.kafka.KafkaBroker;
import io.credence.kit.process.Checkout;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to run a stream.
 *
 * @param numSamples samples per record; 0 for the same pipeline without scoring
 * @param slots threads of Flink
 * @param exactlyOnce whether messages are written in transactions
 */
record StreamCase(int numSamples, int slots, boolean exactlyOnce) {

  /** In the order in which they run. */
  static List<StreamCase> all() {
    List<StreamCase> all = new ArrayList<>();
    for (int slots : new int[] {1, 2}) {
      for (int numSamples : new int[] {0, 100, 1000}) {
        all.add(new StreamCase(numSamples, slots, false));
      }
      all.add(new StreamCase(100, slots, true));
    }
    return all;
  }

  /** Such as {@code score-1000/2}, which is also what {@code --only} goes by. */
  String name() {
    String what = numSamples == 0 ? "pass-through" : "score-" + numSamples;
    return what + (exactlyOnce ? "-exactly-once/" : "/") + slots;
  }

  String input() {
    return topic("in");
  }

  String output() {
    return topic("out");
  }

  String deadLetters() {
    return topic("dead");
  }

  private String topic(String suffix) {
    return name().replace('/', '-') + "-" + suffix;
  }

  /** Java itself rather than the launcher, so that all have the same options, and no archive. */
  List<String> command(KafkaBroker broker, List<String> javaOptions) {
    String program = numSamples == 0 ? PassThrough.class.getName() : "io.credence.cli.Credence";
    List<String> command = new ArrayList<>(List.of(Checkout.JAVA.toString()));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), program));
    if (numSamples > 0) {
      command.add("score");
      command.add("--model=" + Checkout.FLIGHTS);
      command.add("--numSamples=" + numSamples);
      command.add("--delivery=" + (exactlyOnce ? "exactly-once" : "at-least-once"));
      command.add("--deadLetters=" + broker.location(deadLetters()));
    }
    command.add("--input=" + broker.location(input()));
    command.add("--output=" + broker.location(output()));
    command.add("--parallelism=" + slots);
    return command;
  }

  private static String classPath() {
    String flink = Checkout.ROOT + "/runners/flink/target/";
    String ours = Checkout.ROOT + "/samples/benchmarks/target/classes";
    return flink + "credence-flink.jar:" + flink + "lib/*:" + ours;
  }
}
