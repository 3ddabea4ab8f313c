package io.credence.folder;

import io.credence.model.Model;

/**
 * A model whose folder is sound.
 *
 * @param verifiedFigures how many figures of the training tool it reproduced; 0 when its folder
 *     brings none
 */
public record LoadedModel(Model model, int verifiedFigures) {}
