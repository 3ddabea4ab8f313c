package io.credence.cli.options;

import static io.credence.cli.options.RegistryVerb.DECIDE;
import static io.credence.cli.options.RegistryVerb.LOG;
import static io.credence.cli.options.RegistryVerb.PIN;
import static io.credence.cli.options.RegistryVerb.PROMOTE;
import static io.credence.cli.options.RegistryVerb.REGISTER;
import static io.credence.cli.options.RegistryVerb.RETIRE;
import static io.credence.cli.options.RegistryVerb.ROLLBACK;
import static io.credence.cli.options.RegistryVerb.SHOW;
import static io.credence.cli.options.RegistryVerb.SIGN;
import static io.credence.cli.options.RegistryVerb.VERIFY;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** The options of {@code credence registry}. */
public interface RegistryOptions extends StoreOptions, ReportOptions {

  @Description(
      "What to do: register a model folder as a version; sign a version; promote a version, so"
          + " that an alias names it; rollback an alias to what it named before; decide by labels whether a version"
          + " takes over; pin an alias, so that no program moves it; retire a version, so that no"
          + " alias may name it; list the models; show the versions and aliases of one; log its"
          + " events; verify every byte.")
  @Explained(
      order = 1,
      byDefault = "required; credence registry show means the same as --action=show",
      range = "register, sign, promote, rollback, decide, pin, retire, list, show, log or verify",
      example = "--action=show")
  @Nullable String getAction();

  void setAction(@Nullable String action);

  @Description(
      "The registry: a folder, which is made when the first model is registered. A store of objects"
          + " must honour If-None-Match when an object is written, which is tried before the first"
          + " one is.")
  @Explained(
      order = 2,
      byDefault = "required",
      range = "a local path, or s3://BUCKET/KEY",
      example = "--registry=s3://models")
  @Nullable String getRegistry();

  void setRegistry(@Nullable String registry);

  @OfActions(required = REGISTER)
  @Description("For register: the folder of the model.")
  @Explained(
      order = 3,
      byDefault = "required by register",
      range = "a local path, or a URI of any file system that Beam knows",
      example = "--model=samples/flights")
  @Nullable String getModel();

  void setModel(@Nullable String model);

  @OfActions(optional = REGISTER)
  @Description(
      "For register: where the model comes from, such as a commit, the training data or its author."
          + " The log keeps it.")
  @Explained(
      order = 4,
      byDefault = "none",
      range = "KEY=VALUE, once or several times",
      example = "--lineage=commit=1f0c2ab")
  @Default.InstanceFactory(NoLineage.class)
  List<String> getLineage();

  void setLineage(List<String> lineage);

  @OfActions(optional = {REGISTER, SIGN})
  @Description(
      "Sign the version, so that those who trust the key know that its files are what they were."
          + " The signature is that of OpenSSF Model Signing; the registry keeps it, and not the"
          + " key.")
  @Explained(
      order = 15,
      byDefault = "none; sign needs it, or --signature",
      range = "a local file of PEM: a private key of P-256, P-384 or P-521 in PKCS#8",
      example = "--signingKey=release.pem")
  @Nullable String getSigningKey();

  void setSigningKey(@Nullable String signingKey);

  @OfActions(optional = SIGN)
  @Description("For sign: a signature that another tool made of the same files by a key.")
  @Explained(
      order = 16,
      byDefault = "none",
      range = "a local file, such as model.sig of model_signing",
      example = "--signature=model.sig")
  @Nullable String getSignature();

  void setSignature(@Nullable String signature);

  @OfActions(
      required = {SIGN, PROMOTE, RETIRE, ROLLBACK, DECIDE, PIN, SHOW, LOG},
      optional = VERIFY)
  @Description("The model's name in the registry.")
  @Explained(
      order = 5,
      byDefault = "required, but by register and list; verify takes all models",
      range = "a name that list shows",
      example = "--name=flights")
  @Nullable String getName();

  void setName(@Nullable String name);

  @OfActions(required = {SIGN, PROMOTE, DECIDE, RETIRE})
  @Description("For sign, promote, decide and retire: the version.")
  @Explained(
      order = 6,
      byDefault = "required by sign, promote, decide and retire",
      range = "a version that show shows",
      example = "--version=1.2.0")
  @Nullable String getVersion();

  void setVersion(@Nullable String version);

  @OfActions(optional = {PROMOTE, ROLLBACK, DECIDE, PIN})
  @Description(
      "For promote, rollback and pin: the alias. For decide: the alias of the version that"
          + " --evaluation compares with.")
  @Explained(
      order = 7,
      byDefault = "champion",
      range = "letters, digits and . _ + -; not latest",
      example = "--alias=challenger")
  @Default.String("champion")
  String getAlias();

  void setAlias(String alias);

  @OfActions(required = DECIDE, optional = PROMOTE)
  @Description(
      "For promote: an evaluation of this version, the folder that was the --output of credence"
          + " evaluate. It must meet the model's gates, and the registry keeps its figures. For"
          + " decide, its --against was the version that the alias names.")
  @Explained(
      order = 8,
      byDefault = "required by decide, and by promote unless it is forced",
      range = "a folder with an evaluation.json",
      example = "--evaluation=evaluated")
  @Nullable String getEvaluation();

  void setEvaluation(@Nullable String evaluation);

  @OfActions(optional = PROMOTE)
  @Description(
      "For promote: without an evaluation, or although it does not meet the gates. The log says so,"
          + " and why.")
  @Explained(
      order = 9,
      byDefault = "false",
      range = "true or false; wants --reason",
      example = "--force")
  @Default.Boolean(false)
  boolean getForce();

  void setForce(boolean force);

  @OfActions(optional = DECIDE)
  @Description(
      "For decide: the share of records that the version has now; 0 where it runs as a shadow.")
  @Explained(
      order = 10,
      byDefault = "the next share of its last decision since the alias moved, or 0",
      range = "from 0 to 1",
      example = "--share=0.05")
  @Nullable Double getShare();

  void setShare(@Nullable Double share);

  @OfActions(optional = DECIDE)
  @Description(
      "For decide: the shares by which a version takes over. At the last, which is 1, the alias"
          + " moves.")
  @Explained(
      order = 11,
      byDefault = "0.05,0.2,0.5,1",
      range = "shares above 0, ascending, up to 1",
      example = "--steps=0.1,1")
  @Default.InstanceFactory(DefaultSteps.class)
  List<Double> getSteps();

  void setSteps(List<Double> steps);

  @OfActions(optional = DECIDE)
  @Description(
      "For decide: move the alias, where the decision says so and no person pinned it. Otherwise"
          + " the log keeps the decision alone.")
  @Explained(order = 12, byDefault = "false", range = "true or false", example = "--automatic")
  @Default.Boolean(false)
  boolean getAutomatic();

  void setAutomatic(boolean automatic);

  @OfActions(optional = {REGISTER, SIGN, PROMOTE, ROLLBACK, DECIDE, PIN, RETIRE})
  @Description("For what changes the registry: why, which the log keeps.")
  @Explained(
      order = 13,
      byDefault = "none; required by --force",
      range = "words",
      example = "--reason='first version'")
  @Nullable String getReason();

  void setReason(@Nullable String reason);

  @OfActions(optional = {REGISTER, SIGN, PROMOTE, ROLLBACK, DECIDE, PIN, RETIRE})
  @Description("For what changes the registry: who decided it, which the log keeps.")
  @Explained(
      order = 14,
      byDefault = "the user's name on this machine",
      range = "a name",
      example = "--by=ada")
  @Default.InstanceFactory(UserName.class)
  String getBy();

  void setBy(String by);

  /** From a few records to all. */
  final class DefaultSteps implements DefaultValueFactory<List<Double>> {
    @Override
    public List<Double> create(PipelineOptions options) {
      return List.of(0.05, 0.2, 0.5, 1.0);
    }
  }

  /** No word about where a model comes from. */
  final class NoLineage implements DefaultValueFactory<List<String>> {
    @Override
    public List<String> create(PipelineOptions options) {
      return List.of();
    }
  }

  /** The name that the operating system knows the user by. */
  final class UserName implements DefaultValueFactory<String> {
    @Override
    public String create(PipelineOptions options) {
      return System.getProperty("user.name", "unknown");
    }
  }
}
