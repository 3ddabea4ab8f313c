/** The server as users run it: its jar as a process, asked over HTTP. */
package io.credence.cluster.serving;
