/** What is scored, the command that scores it, and what comes out: shared by all that test it. */
package io.credence.cluster.scoring;
