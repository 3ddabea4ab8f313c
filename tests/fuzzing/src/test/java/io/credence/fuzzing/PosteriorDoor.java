package io.credence.fuzzing;

import io.credence.posterior.Posterior;
import io.credence.posterior.PosteriorException;
import io.credence.problem.Problem;
import java.util.stream.Collectors;

/** Posteriors: netCDF, and the HDF5 within. */
final class PosteriorDoor implements Door {

  @Override
  public String enter(byte[] bytes) {
    try {
      Posterior.read("posterior.nc", bytes);
      return "read";
    } catch (PosteriorException e) {
      if (e.problems().isEmpty()) {
        throw new AssertionError("refused without a reason", e);
      }
      return e.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
    }
  }
}
