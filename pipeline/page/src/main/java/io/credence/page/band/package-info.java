/**
 * What a right model's PIT may look like: bands that hold it with a chosen probability. Start at
 * {@link io.credence.page.band.Envelope}.
 */
@NullMarked
package io.credence.page.band;

import org.jspecify.annotations.NullMarked;
