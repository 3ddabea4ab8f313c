/** Topics scored into files, files scored into topics, and dead letters that are sent again. */
package io.credence.cluster.crossing;
