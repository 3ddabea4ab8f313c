/** The kit itself: what tests that build on it take for granted. */
package io.credence.cluster.kit;
