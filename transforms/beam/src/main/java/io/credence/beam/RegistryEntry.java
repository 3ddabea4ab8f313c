package io.credence.beam;

import java.io.Serializable;

/**
 * How a registry came to name a model.
 *
 * @param location as the model was asked for, such as {@code registry:/models/flights@champion}
 * @param event the number of the event of the model's log by which it was named so
 */
public record RegistryEntry(String location, int event) implements Serializable {

  private static final long serialVersionUID = 1;
}
