/** What lies in the jars that are shipped. */
package io.credence.cluster.packaging;
