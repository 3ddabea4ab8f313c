package io.credence.folder;

import io.credence.model.Model;
import io.credence.posterior.Posterior;
import io.credence.posterior.PosteriorException;
import io.credence.predict.Fault;
import io.credence.predict.Program;
import io.credence.predict.ProgramException;
import io.credence.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private final ProblemLog yamlLog = new ProblemLog(ModelYamlReader.FILE);
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
    return new ModelLoader(folder).load();
  }

  private LoadedModel load() throws ModelException, IOException {
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
    Model model = new ModelAssembly(yaml, posterior, yamlLog).assemble(files.digest());
    boolean compiles = checkExpressions(yaml, model);
    if (compiles && yamlLog.isEmpty() && problems.isEmpty()) {
      verify(model, yaml, cases);
    }
    if (!yamlLog.isEmpty() || !problems.isEmpty()) {
      throw failure();
    }
    return new LoadedModel(model, cases.stream().mapToInt(each -> each.figures().size()).sum());
  }

  private ModelException failure() {
    List<Problem> all = new ArrayList<>(yamlLog.problemsByLine());
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
      ProblemLog log = new ProblemLog(file);
      e.problems().forEach(log::add);
      problems.addAll(log.problems());
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
    ProblemLog log = new ProblemLog(file);
    List<VerifyCase> cases = VerifyFile.read(content, log);
    problems.addAll(log.problems());
    return cases;
  }

  private void checkSums() throws IOException {
    ProblemLog log = new ProblemLog(Checksums.FILE);
    Checksums.check(files, log);
    problems.addAll(log.problems());
  }

  private boolean checkExpressions(ModelYaml yaml, Model model) {
    try {
      Program.compile(model, 1);
      return true;
    } catch (ProgramException e) {
      e.faults().forEach(fault -> report(yaml, fault));
      return false;
    }
  }

  private void report(ModelYaml yaml, Fault fault) {
    String source = yaml.source(fault.part());
    yamlLog.add(
        yaml.line(fault.part()),
        fault.part() + ": " + LocatedExpression.describe(source, fault.exception()));
  }

  private void verify(Model model, ModelYaml yaml, List<VerifyCase> cases) {
    ProblemLog log = new ProblemLog(String.valueOf(yaml.verify()));
    Verification.check(model, cases, log);
    problems.addAll(log.problems());
  }
}
