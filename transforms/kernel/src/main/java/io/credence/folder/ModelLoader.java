package io.credence.folder;

import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.posterior.Posterior;
import io.credence.posterior.PosteriorException;
import io.credence.predict.ExpressionModel;
import io.credence.predict.Fault;
import io.credence.predict.ProgramException;
import io.credence.problem.Excerpt;
import io.credence.problem.Problem;
import io.credence.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads a model folder, and refuses one that is not sound: every fault of model.yaml, the
 * posterior, the expressions, the checksums and the figures of the verify file is reported
 * together.
 */
public final class ModelLoader {

  private static final int MAX_YAML_BYTES = 1 << 20;
  private static final int MAX_VERIFY_BYTES = 1 << 24;

  /** The largest array; a model of this size needs a large heap, which is the user's choice. */
  private static final int MAX_POSTERIOR_BYTES = Integer.MAX_VALUE - 8;

  private final ModelFolder folder;
  private final FolderFiles files;
  private final Problems yamlLog = new Problems(ModelYamlReader.FILE);
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Throwable cause;

  private ModelLoader(ModelFolder folder) {
    this.folder = folder;
    this.files = new FolderFiles(folder);
  }

  /**
   * Loads a model.
   *
   * @throws ModelException when the folder holds no sound model
   * @throws IOException when a file can't be read
   */
  public static LoadedModel load(ModelFolder folder) throws ModelException, IOException {
    return new ModelLoader(folder).load(true);
  }

  /**
   * Loads a model without recomputing the figures of its verify file: one that was verified when
   * its job was submitted, which the caller must find out by its digest.
   *
   * @throws ModelException when the folder holds no sound model
   * @throws IOException when a file can't be read
   */
  public static Model loadVerified(ModelFolder folder) throws ModelException, IOException {
    return new ModelLoader(folder).load(false).model();
  }

  private LoadedModel load(boolean verifies) throws ModelException, IOException {
    byte[] content = files.read(ModelYamlReader.FILE, MAX_YAML_BYTES, yamlLog, 0);
    ModelYaml yaml = content == null ? null : ModelYamlReader.read(content, yamlLog);
    if (yaml == null) {
      throw failure();
    }
    Posterior posterior = readPosterior(yaml);
    List<VerifyCase> cases = readVerifyCases(yaml);
    checkSums();
    if (posterior == null) {
      throw failure();
    }
    Optional<? extends Model> model = assemble(yaml, posterior);
    if (verifies && isSound() && model.isPresent()) {
      verify(model.get(), yaml, cases);
    }
    if (!isSound() || model.isEmpty()) {
      throw failure();
    }
    int figures = cases.stream().mapToInt(VerifyCase::size).sum();
    return new LoadedModel(model.get(), figures, yaml.gates());
  }

  private Optional<? extends Model> assemble(ModelYaml yaml, Posterior posterior) {
    ModelAssembly assembly = new ModelAssembly(yaml, posterior, yamlLog);
    ModelDescription description = assembly.describe(files.digest());
    String format = yaml.format();
    if (format == null) {
      return typed(yaml, assembly.expressions(description), assembly.faulty());
    }
    // Code of others sees nothing that only stands in for what was reported.
    return isSound()
        ? ModelFormats.model(format, yaml.line("format"), description, yamlLog)
        : Optional.empty();
  }

  private boolean isSound() {
    return yamlLog.isEmpty() && problems.isEmpty();
  }

  private ModelException failure() {
    List<Problem> all = new ArrayList<>(yamlLog.listByLine());
    all.addAll(problems);
    return new ModelException(folder.location(), all, cause);
  }

  private @Nullable Posterior readPosterior(ModelYaml yaml) throws IOException {
    String file = yaml.posterior();
    if (file == null) {
      return null;
    }
    byte[] content = files.read(file, MAX_POSTERIOR_BYTES, yamlLog, yaml.line("posterior"));
    if (content == null) {
      return null;
    }
    try {
      return Posterior.read(file, content);
    } catch (PosteriorException e) {
      cause = e;
      problems.addAll(e.problems());
      return null;
    }
  }

  private List<VerifyCase> readVerifyCases(ModelYaml yaml) throws IOException {
    String file = yaml.verify();
    byte[] content =
        file == null ? null : files.read(file, MAX_VERIFY_BYTES, yamlLog, yaml.line("verify"));
    if (file == null || content == null) {
      return List.of();
    }
    Problems log = new Problems(file);
    List<VerifyCase> cases = VerifyFile.read(content, log);
    problems.addAll(log.list());
    return cases;
  }

  private void checkSums() throws IOException {
    Problems log = new Problems(Checksums.FILE);
    Checksums.check(files, log);
    problems.addAll(log.list());
  }

  /** Compiles the expressions, which say of which kinds the outputs are. */
  private Optional<ExpressionModel> typed(
      ModelYaml yaml, ExpressionModel model, Set<String> faulty) {
    try {
      return Optional.of(model.typed(faulty));
    } catch (ProgramException e) {
      e.faults().forEach(fault -> report(yaml, fault));
      return Optional.empty();
    }
  }

  private void report(ModelYaml yaml, Fault fault) {
    String source = yaml.source(fault.part());
    yamlLog.add(
        yaml.line(fault.part()),
        Excerpt.of(fault.part()) + ": " + LocatedExpression.describe(source, fault.exception()));
  }

  private void verify(Model model, ModelYaml yaml, List<VerifyCase> cases) {
    Problems log = new Problems(String.valueOf(yaml.verify()));
    Verification.check(model, cases, log);
    problems.addAll(log.list());
  }
}
