package io.credence.pipeline.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Arguments as they were typed: those that hold secrets refused, those of Beam's put into ours. */
final class S3Arguments {

  /** Beam would send them to every worker as they are, and Flink show them to who asks. */
  private static final List<Secret> SECRETS =
      List.of(
          new Secret(
              "--awsCredentialsProvider",
              "accessKey|secret|token",
              "leave it out, and " + credentials()),
          new Secret("--s3Endpoint", "@", "leave user and password out, and " + credentials()),
          new Secret("--endpoint", "@", "leave user and password out, and " + credentials()),
          new Secret(
              "--proxyConfiguration",
              "password|://[^/]*@",
              "leave it out, and name a proxy that asks for none"),
          new Secret(
              "--SSECustomerKey",
              "",
              "leave it out, and use keys that the store keeps, with --SSEKMSKeyId"));

  private final List<String> all;

  S3Arguments(List<String> given) {
    this.all = new ArrayList<>(given);
  }

  private record Secret(String option, Pattern signs, String instead) {
    Secret(String option, String signs, String instead) {
      this(option, Pattern.compile(signs, Pattern.CASE_INSENSITIVE), instead);
    }
  }

  private static String credentials() {
    return "give credentials to each machine, by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
        + " AWS_PROFILE, or a role or web identity";
  }

  /** Takes options with secrets out, each with a line that does not repeat it. */
  void refuseSecrets(List<String> problems) {
    for (Secret secret : SECRETS) {
      if (values(secret.option()).anyMatch(value -> secret.signs().matcher(value).find())) {
        all.removeIf(argument -> isOf(secret.option(), argument));
        problems.add(
            "%s: holds a secret, which would travel with the job in plain text; %s"
                .formatted(secret.option(), secret.instead()));
      }
    }
  }

  /** What must be as it is. */
  void set(String option, String value, List<String> problems) {
    Optional<String> given = value(option);
    if (given.isPresent() && !given.get().equals(value)) {
      all.removeIf(argument -> isOf(option, argument));
      problems.add("%s=%s: can't be chosen; leave it out".formatted(option, given.get()));
    }
    addUnlessGiven(option, value);
  }

  /** An option of Beam's by the name of ours. */
  void rename(String theirs, String ours) {
    value(theirs).ifPresent(value -> addUnlessGiven(ours, value));
  }

  void addUnlessGiven(String option, String value) {
    if (value(option).isEmpty()) {
      all.add(option + "=" + value);
    }
  }

  private Optional<String> value(String option) {
    return values(option).findFirst();
  }

  private Stream<String> values(String option) {
    return all.stream()
        .filter(argument -> isOf(option, argument))
        .map(argument -> argument.substring(Math.min(argument.length(), option.length() + 1)));
  }

  private static boolean isOf(String option, String argument) {
    return argument.equals(option) || argument.startsWith(option + "=");
  }

  List<String> all() {
    return all;
  }
}
