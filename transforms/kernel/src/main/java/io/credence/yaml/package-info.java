/**
 * YAML files of Credence's own, taken apart strictly: each value knows its place, and reports what
 * is wrong with it. Start at {@link io.credence.yaml.YamlRoot}.
 */
@NullMarked
package io.credence.yaml;

import org.jspecify.annotations.NullMarked;
