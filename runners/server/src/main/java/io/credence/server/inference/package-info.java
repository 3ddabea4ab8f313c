/**
 * The <a href="https://github.com/kserve/open-inference-protocol">Open Inference Protocol</a>,
 * version 2, over HTTP: features and columns as tensors. Start at {@link
 * io.credence.server.inference.InferenceRoutes}.
 */
@NullMarked
package io.credence.server.inference;

import org.jspecify.annotations.NullMarked;
