package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of Amazon's client 2.20.162. */
class NoCredentialsTest {

  private static final String PROFILES =
      "ProfileFile(profilesAndSectionsMap=[{default=Profile(name=default, properties=[region]),"
          + " own=Profile(name=own, properties=[aws_access_key_id, aws_secret_access_key])}, {}])";

  private static final String NO_WEB_IDENTITY =
      "Either the environment variable AWS_WEB_IDENTITY_TOKEN_FILE or the javaproperty"
          + " aws.webIdentityTokenFile must be set.";
  private static final String NO_KEY =
      "Unable to load credentials from system settings. Access key must be specified either via"
          + " environment variable (AWS_ACCESS_KEY_ID) or system property (aws.accessKeyId).";

  private static String chain(String environment, String webIdentity, String profile) {
    String profiles =
        "ProfileCredentialsProvider(profileName=default, profileFile=%s)".formatted(PROFILES);
    return "Unable to load credentials from any of the providers in the chain"
        + " AwsCredentialsProviderChain(credentialsProviders=[SystemPropertyCredentialsProvider(),"
        + " EnvironmentVariableCredentialsProvider(), WebIdentityTokenCredentialsProvider(), "
        + profiles
        + ", ContainerCredentialsProvider(), InstanceProfileCredentialsProvider()]) :"
        + " [SystemPropertyCredentialsProvider(): "
        + NO_KEY
        + ", EnvironmentVariableCredentialsProvider(): "
        + environment
        + ", WebIdentityTokenCredentialsProvider(): "
        + webIdentity
        + ", "
        + profiles
        + ": "
        + profile
        + ", ContainerCredentialsProvider(): Cannot fetch credentials from container - neither"
        + " AWS_CONTAINER_CREDENTIALS_FULL_URI or AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
        + " environment variables are set., InstanceProfileCredentialsProvider(): Failed to load"
        + " credentials from IMDS.]";
  }

  private static String noProfile(String name) {
    return "Profile file contained no credentials for profile '%s': %s".formatted(name, PROFILES);
  }

  private static String line(String message) {
    Exception failure = new RuntimeException("a.b.SdkClientException: " + message);
    assertThat(StoreFailure.isKnown(failure)).isTrue();
    return StoreFailure.line(failure);
  }

  @Test
  void nothingIsConfigured() {
    assertThat(line(chain(NO_KEY, NO_WEB_IDENTITY, noProfile("default"))))
        .isEqualTo(
            "no credentials are found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine or the pod a role");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.nio.file.NoSuchFileException: /var/token | NoSuchFileException: /var/token
          Either the environment variable AWS_ROLE_ARN or the javaproperty aws.roleArn must be set. | Either the environment variable AWS_ROLE_ARN or the javaproperty aws.roleArn must be set
          Not authorized to perform sts:AssumeRoleWithWebIdentity (Service: Sts, Status Code: 403, Request ID: 0b7d) | Not authorized to perform sts:AssumeRoleWithWebIdentity
          Received an UnknownHostException when attempting to interact with a service. See cause, there. | the host of its service is not known
          """)
  void aWebIdentityThatIsRefused(String reason, String told) {
    assertThat(line(chain(NO_KEY, reason, noProfile("default"))))
        .isEqualTo("no credentials are found: web identity token: " + told);
  }

  @Test
  void aProfileWithoutCredentials() {
    assertThat(line(chain(NO_KEY, NO_WEB_IDENTITY, noProfile("other"))))
        .isEqualTo(
            "no credentials are found: profile: there is no profile 'other' with credentials");
    assertThat(line(noProfile("other")))
        .isEqualTo("no credentials are found: there is no profile 'other' with credentials");
  }

  @Test
  void severalReasonsAreToldTogether() {
    String half =
        "Unable to load credentials from system settings. Secret key must be specified either via"
            + " environment variable (AWS_SECRET_ACCESS_KEY) or system property"
            + " (aws.secretAccessKey).";
    assertThat(
            line(
                chain(
                    half,
                    NO_WEB_IDENTITY,
                    "Profile property 'aws_secret_access_key' was not configured for 'own'.")))
        .isEqualTo(
            "no credentials are found: environment variable: Unable to load credentials from system settings."
                + " Secret key must be specified either via environment variable (AWS_SECRET_ACCESS_KEY)"
                + " or system property (aws.secretAccessKey);"
                + " profile: Profile property 'aws_secret_access_key' was not configured for 'own'");
  }
}
