package io.credence.jobs.late;

/** What comes for a key: a prediction or a label. Immutable. */
sealed interface Arrival permits Prediction, Label {}
