package io.credence.fuzzing;

import io.credence.posterior.Posterior;
import io.credence.posterior.PosteriorException;

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
      return String.join("; ", e.problems());
    }
  }
}
