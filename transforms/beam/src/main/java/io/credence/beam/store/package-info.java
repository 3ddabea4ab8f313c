/**
 * Files of Beam's file systems, as far as stores across a network need more care than a disk: reads
 * go on where a connection broke, and failures are told in one line.
 */
@NullMarked
package io.credence.beam.store;

import org.jspecify.annotations.NullMarked;
