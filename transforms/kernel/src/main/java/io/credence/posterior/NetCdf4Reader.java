package io.credence.posterior;

import io.credence.problem.Problems;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads NetCDF-4 as ArviZ writes it: groups {@code posterior} and {@code constant_data}, or, in
 * files from before there were groups, the posterior alone in the root.
 */
final class NetCdf4Reader implements PosteriorReader {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final String group;

  NetCdf4Reader() {
    this("posterior");
  }

  /**
   * @param group the group that holds the parameters
   */
  NetCdf4Reader(String group) {
    this.group = group;
  }

  /** HDF5 allows a block of the user's own before the signature, at 512, 1024, 2048, … bytes. */
  @Override
  public boolean recognises(byte[] content) {
    for (long at = 0; at + SIGNATURE.length <= content.length; at = at == 0 ? 512 : at * 2) {
      int from = (int) at;
      if (Arrays.equals(content, from, from + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Posterior read(String name, byte[] content) throws PosteriorException {
    Problems problems = new Problems(name);
    PosteriorParts parts = new PosteriorParts(problems);
    try {
      UntrustedBytes.decode("the file", () -> readInto(parts, content, problems));
      parts.requireParameters();
      parts.requireLabelsToFit();
      if (problems.isEmpty()) {
        return UntrustedBytes.decode("the file", parts::assemble);
      }
    } catch (UnreadableException e) {
      e.addTo(problems);
    }
    throw new PosteriorException(name, problems);
  }

  private PosteriorParts readInto(PosteriorParts parts, byte[] content, Problems problems)
      throws UnreadableException {
    try (HdfFile file = HdfFile.fromBytes(content)) {
      Group posterior = posteriorGroup(file);
      Optional<Group> constants = child(file, "constant_data");
      List<Group> groups = new ArrayList<>(List.of(posterior));
      constants.ifPresent(groups::add);
      if (posterior != file) {
        groups.add(file);
      }
      DimensionNames names = DimensionNames.in(groups);
      for (Group g : groups) {
        NetCdfGroup variables = NetCdfGroup.read(g, names, content.length, problems);
        parts.addCoordinates(variables.coordinates());
        if (g == posterior) {
          List<NetCdfVariable> parameters = new ArrayList<>(variables.variables());
          parameters.removeAll(variables.descriptions());
          parts.addParameters(parameters);
          parts.addDescriptions(variables.descriptions());
        } else if (g != file) {
          parts.addConstants(variables.variables());
        }
      }
      return parts;
    }
  }

  private Group posteriorGroup(HdfFile file) throws UnreadableException {
    List<String> groups = groupNames(file);
    if (groups.isEmpty()) {
      return file; // as files were before InferenceData had groups
    }
    return child(file, group)
        .orElseThrow(
            () ->
                new UnreadableException(
                    ("the file must have a group `%s`, but has only %s. Save the InferenceData of"
                            + " the fit, with its posterior")
                        .formatted(group, String.join(", ", groups))));
  }

  private static List<String> groupNames(Group parent) {
    return parent.getChildren().values().stream()
        .filter(Group.class::isInstance)
        .map(Node::getName)
        .sorted()
        .toList();
  }

  private static Optional<Group> child(Group parent, String name) {
    return parent.getChildren().get(name) instanceof Group found
        ? Optional.of(found)
        : Optional.empty();
  }
}
