package io.credence.jobs.evaluation;

import io.credence.decision.Decision;
import io.credence.decision.Look;
import io.credence.jobs.evaluation.EvaluationDocument.DecisionEntry;
import io.credence.jobs.evaluation.EvaluationDocument.LookEntry;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes the part of a document that says what one look after the other saw. */
final class DecisionEntries {

  private DecisionEntries() {}

  /**
   * @param compared whether there is another model
   */
  static DecisionEntry of(Decision decision, boolean compared) {
    return new DecisionEntry(
        decision.loss(),
        compared && !decision.looks().isEmpty() ? Words.word(decision.preference()) : null,
        number(decision.decidedAfter()),
        number(decision.alarmedAfter()),
        decision.looks().stream().map(DecisionEntries::look).toList());
  }

  private static LookEntry look(Look look) {
    return new LookEntry(
        look.labels(),
        Documents.finite(look.coverage()),
        Documents.finite(look.logCoverageEvidence()),
        Documents.finite(look.logAlarm()),
        look.compared(),
        Documents.finite(look.difference()),
        Documents.finite(look.bounds().lower()),
        Documents.finite(look.bounds().upper()),
        Documents.finite(look.bounds().logEvidence()));
  }

  private static @Nullable Long number(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
