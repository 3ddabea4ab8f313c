package io.credence.fuzzing;

import io.credence.folder.ModelException;
import io.credence.problem.Problem;
import java.nio.charset.StandardCharsets;

/** A file of a model folder, as loading reads it; a model that is sound scores two records. */
final class ModelDoor implements Door {

  private static final byte[] NONE = {};

  private final String file;
  private final byte[] more;

  private ModelDoor(String file, byte[] more) {
    this.file = file;
    this.more = more;
  }

  static ModelDoor description() {
    return new ModelDoor("model.yaml", NONE);
  }

  static ModelDoor verification() {
    return new ModelDoor("verify.jsonl", "verify: verify.jsonl\n".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String enter(byte[] bytes) {
    try {
      return Trial.of(new Everything().adding("model.yaml", more).with(file, bytes).load());
    } catch (ModelException e) {
      return Refusal.of(e.problems().stream().map(Problem::toString).toList());
    }
  }
}
