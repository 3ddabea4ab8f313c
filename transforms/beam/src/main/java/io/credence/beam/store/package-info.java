/**
 * Files of Beam's file systems. Stores across a network need more care than a disk: they may be
 * listed and read in ways of their own, and their failures are reported in one line.
 */
@NullMarked
package io.credence.beam.store;

import org.jspecify.annotations.NullMarked;
