/** Topics scored into topics, in one process and on clusters. */
package io.credence.cluster.streams;
