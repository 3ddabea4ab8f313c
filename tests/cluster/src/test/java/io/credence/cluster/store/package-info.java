/** Models, records and results in a store that speaks S3, also when it fails. */
package io.credence.cluster.store;
