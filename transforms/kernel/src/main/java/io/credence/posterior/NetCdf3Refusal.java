package io.credence.posterior;

/**
 * Recognises the classic formats (CDF-1, CDF-2, CDF-5) only to say how to get out of them. They
 * have no groups, so a posterior in one of them has already lost its constants.
 */
final class NetCdf3Refusal implements PosteriorReader {

  @Override
  public boolean recognises(byte[] content) {
    return content.length >= 4
        && content[0] == 'C'
        && content[1] == 'D'
        && content[2] == 'F'
        && (content[3] == 1 || content[3] == 2 || content[3] == 5);
  }

  @Override
  public Posterior read(String name, byte[] content) throws PosteriorException {
    String problem =
        "the file must be NetCDF-4, but it is NetCDF-3 (classic). Save the fit again with"
            + " idata.to_netcdf(\"posterior.nc\", engine=\"h5netcdf\"), or convert this file with"
            + " xarray.open_dataset(\"%s\").to_netcdf(\"posterior.nc\", group=\"posterior\","
                .formatted(name)
            + " engine=\"h5netcdf\")";
    throw PosteriorException.of(name, problem);
  }
}
