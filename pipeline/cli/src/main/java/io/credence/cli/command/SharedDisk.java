package io.credence.cli.command;

import io.credence.jobs.runner.Runner;
import io.credence.problem.Problems;

/**
 * Checks that workers see the paths that a request names: results must not end on disks of many
 * machines, nor records be looked for there.
 *
 * @param runner who knows where the workers are
 * @param problems receives a line for each path that they don't see
 */
record SharedDisk(Runner runner, Problems problems) {

  boolean has(String option, String location) {
    if (runner.sharesDisk() || !Locations.isOfThisMachine(location)) {
      return true;
    }
    problems.add(
        "%s=%s: is a path of this machine, which the cluster's workers do not share; name a URI that all can reach, or file://%s if that path is the same everywhere"
            .formatted(option, location, Locations.absolute(location)));
    return false;
  }
}
