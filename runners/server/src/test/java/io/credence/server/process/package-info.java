/** The server as a process of its own, for what needs one: signals, and a heap that is small. */
package io.credence.server.process;
