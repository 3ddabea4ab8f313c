package io.credence.page.facts;

/**
 * A feature of a model, in words that are empty where there is nothing to say.
 *
 * @param absent what stands for a value that is absent
 */
public record FeatureFact(
    String name, String type, String min, String max, String levels, String absent) {}
