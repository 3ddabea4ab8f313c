package io.credence.cli.command;

import io.credence.jobs.runner.GivenArguments;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.util.List;
import java.util.regex.Pattern;

/** Arguments for stores: those that hold secrets are refused, and those of Beam's become ours. */
final class StoreArguments {

  private static final String CREDENTIALS =
      "give credentials to each machine, by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
          + " AWS_PROFILE, or a role or web identity";

  /** Beam would send them to every worker as they are, and Flink would show them. */
  private static final List<Secret> SECRETS =
      List.of(
          new Secret(
              "--awsCredentialsProvider",
              "accessKey|secret|token",
              "leave it out, and " + CREDENTIALS),
          new Secret("--s3Endpoint", "@", "leave user and password out, and " + CREDENTIALS),
          new Secret("--endpoint", "@", "leave user and password out, and " + CREDENTIALS),
          new Secret(
              "--proxyConfiguration",
              "password|://[^/]*@",
              "leave it out, and name a proxy that asks for none"),
          new Secret(
              "--SSECustomerKey",
              "",
              "leave it out, and use keys that the store keeps, with --SSEKMSKeyId"));

  private StoreArguments() {}

  private record Secret(String option, Pattern signs, String instead) {
    Secret(String option, String signs, String instead) {
      this(option, Pattern.compile(signs, Pattern.CASE_INSENSITIVE), instead);
    }
  }

  /**
   * Adds the settings that objects of S3 want, unless the user asks for others.
   *
   * @param problems receives a line for each option that can't be had, which is taken out
   */
  static void prepare(GivenArguments arguments, Problems problems) {
    for (Secret secret : SECRETS) {
      refuse(secret, arguments, problems);
    }
    rename("--endpoint", "--s3Endpoint", arguments);
    rename("--awsRegion", "--s3Region", arguments);
    S3Store.REQUIRED.forEach((name, value) -> require("--" + name, value, arguments, problems));
    S3Store.USUAL.forEach((name, value) -> arguments.addUnlessGiven("--" + name, value));
  }

  /** The line does not repeat the secret. */
  private static void refuse(Secret secret, GivenArguments arguments, Problems problems) {
    if (arguments.values(secret.option()).anyMatch(value -> secret.signs().matcher(value).find())) {
      arguments.remove(secret.option());
      problems.add(
          "%s: holds a secret, which would travel with the job in plain text; %s"
              .formatted(secret.option(), secret.instead()));
    }
  }

  private static void rename(String theirs, String ours, GivenArguments arguments) {
    arguments.value(theirs).ifPresent(value -> arguments.addUnlessGiven(ours, value));
  }

  private static void require(
      String option, String value, GivenArguments arguments, Problems problems) {
    arguments
        .value(option)
        .filter(given -> !given.equals(value))
        .ifPresent(
            given -> {
              arguments.remove(option);
              problems.add("%s=%s: can't be chosen; leave it out".formatted(option, given));
            });
    arguments.addUnlessGiven(option, value);
  }
}
