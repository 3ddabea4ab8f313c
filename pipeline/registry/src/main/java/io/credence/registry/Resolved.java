package io.credence.registry;

/**
 * What a location of a registry came to, at one moment.
 *
 * @param model the model's name
 * @param version the version
 * @param digest of the version's model, in hexadecimal
 * @param folder where its files can be read
 * @param event the number of the event that says so: of the alias' last change, or the version's
 *     registration
 */
public record Resolved(String model, String version, String digest, String folder, int event) {}
