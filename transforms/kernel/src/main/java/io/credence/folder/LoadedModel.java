package io.credence.folder;

import io.credence.evaluation.Gate;
import io.credence.model.Model;
import java.util.List;

/**
 * A model whose folder is sound.
 *
 * @param verifiedFigures how many figures of the training tool it reproduced; 0 when its folder
 *     brings none
 * @param gates what an evaluation must find for the model to be good enough
 */
public record LoadedModel(Model model, int verifiedFigures, List<Gate> gates) {

  public LoadedModel {
    gates = List.copyOf(gates);
  }
}
