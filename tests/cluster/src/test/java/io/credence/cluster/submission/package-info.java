/** The ways to submit a job, and many jobs on one cluster. */
package io.credence.cluster.submission;
