/** Batches on clusters: the same bits as without one, also when machines are lost. */
package io.credence.cluster.batch;
