/**
 * What happened to the versions of a model: {@link io.credence.registry.log.Event events}, numbered
 * without a gap, in the {@link io.credence.registry.log.EventLog}. What holds now is their fold.
 */
@NullMarked
package io.credence.registry.log;

import org.jspecify.annotations.NullMarked;
