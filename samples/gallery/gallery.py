"""What the fits of the gallery share: sampling, and writing a model folder's files from a fit.

A fit.py has the data and the model. This module writes, beside it:

posterior.nc         1,000 draws of what model.yaml uses, rounded
records.parquet      200 records
predictive.parquet   what PyMC predicts for them: mean, sd and five quantiles, or the probabilities of classes
verify.jsonl         the same for a few of the records, in the form that Credence checks when it loads a model

PyMC predicts from the draws as posterior.nc has them. So both sides predict from the same posterior, and differ by
predictive noise alone. README.md says how the two are compared.
"""

import json
from pathlib import Path

import arviz as az
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pymc as pm
import xarray as xr

CHAINS = 4
DRAWS = 250
RECORDS = 200
PASSES = 40
VERIFIED = 12
QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]

# Credence checks verify.jsonl with at least as many samples of its own.
CREDENCE_SAMPLES = 8_000

# Single precision is finer than any Monte Carlo error, and makes small files.
SCHEMA = pa.schema(
    [("id", pa.int32()), ("output", pa.string()), ("figure", pa.string()), ("p", pa.float64()), ("label", pa.string())]
    + [(name, pa.float32()) for name in ["value", "share", "noise"]]
    + [("draws", pa.int32())]
)


def sample(model, seed, **options):
    """Four chains of NUTS, every other draw kept: 1,000 draws."""
    settings = {"draws": 2 * DRAWS, "tune": 1_000, "target_accept": 0.9} | options
    with model:
        fit = pm.sample(chains=CHAINS, cores=1, random_seed=seed, progressbar=False, **settings)
    return thinned(fit)


def thinned(fit):
    summary = az.summary(fit)
    print(f"largest R-hat {summary['r_hat'].max()}, smallest bulk ESS {summary['ess_bulk'].min():.0f}, "
          f"{int(fit.sample_stats['diverging'].sum())} divergences")
    return fit.sel(draw=slice(None, None, 2))


def write(script, fit, keep, records, predict, constants=None, labels=None):
    """Writes all files of a folder but model.yaml.

    script      the folder's fit.py
    keep        the names of the variables that the posterior file holds
    records     a DataFrame of 200 rows
    predict     gets the posterior, each draw many times, and returns a Dataset of predictions (chain, draw, record)
    constants   a Dataset that the file holds as constant_data
    labels      of an output that is a class, what the values 0, 1, 2 … stand for, by the output's name
    """
    folder = Path(script).parent
    posterior = write_posterior(folder / "posterior.nc", fit.posterior[keep], constants)
    predictions = predict(xr.concat([posterior] * PASSES, "chain").assign_coords(chain=np.arange(PASSES * CHAINS)))
    outputs = {str(name): values.to_numpy().astype(float).reshape(PASSES, CHAINS * DRAWS, -1) for name, values in predictions.items()}
    assert len(records) == RECORDS and all(draws.shape[2] == RECORDS for draws in outputs.values())
    records.assign(id=range(RECORDS)).to_parquet(folder / "records.parquet", index=False)
    write_predictive(folder / "predictive.parquet", outputs, labels or {})
    write_verification(folder / "verify.jsonl", records, outputs, labels or {})


def predictor(model, names, inputs=None):
    """PyMC's way to predict: other inputs, and whatever the posterior does not hold is drawn from the model."""

    def predict(posterior):
        with model:
            if inputs:
                pm.set_data({name: np.asarray(values) for name, values in inputs.items()})
            return pm.sample_posterior_predictive(
                posterior, var_names=names, predictions=True, random_seed=1, progressbar=False
            ).predictions[names]

    return predict


def write_posterior(file, posterior, constants):
    """Returns the draws as a reader of the file has them."""
    posterior = posterior.assign_coords(chain=np.arange(CHAINS), draw=np.arange(DRAWS)).map(rounded, keep_attrs=True)
    # Clock times would make the file differ from run to run.
    posterior.attrs = {key: value for key, value in posterior.attrs.items() if "library" in key}
    packed = {name: {"zlib": True, "complevel": 9, "shuffle": True} for name in posterior}
    posterior.to_netcdf(file, group="posterior", engine="netcdf4", encoding=packed)
    if constants is not None:
        constants.to_netcdf(file, mode="a", group="constant_data", engine="netcdf4")
    return xr.load_dataset(file, group="posterior", engine="netcdf4").astype("float64")


def rounded(draws):
    """To 12 bits behind the point, 1 part in 8,000: far below what the posterior leaves open, and it packs better."""
    bits = draws.to_numpy().astype(np.float32).view(np.uint32)
    return draws.copy(data=((bits + np.uint32(1 << 10)) & np.uint32(0xFFFFF800)).view(np.float32))


def write_predictive(file, outputs, labels):
    rows = []
    for record in range(RECORDS):
        for name, draws in outputs.items():
            each = draws[:, :, record]
            figures = probabilities(each, labels[name]) if name in labels else moments_and_quantiles(each)
            rows += [{"id": record, "output": name, "draws": each.size} | figure for figure in figures]
    pq.write_table(pa.Table.from_pylist(rows, SCHEMA), file, compression="zstd", compression_level=19)


def moments_and_quantiles(draws):
    """Of one record, from draws as (pass, draw)."""
    yield {"figure": "mean", "value": draws.mean(), "noise": noise(draws)}
    yield {"figure": "sd", "value": draws.std(ddof=1)}
    for p in QUANTILES:
        value = np.float32(np.quantile(draws, p))
        below = draws <= float(value)
        yield {"figure": "quantile", "p": p, "value": value, "share": below.mean(), "noise": noise(below)}


def probabilities(draws, labels):
    for position, label in enumerate(labels):
        is_label = draws == position
        yield {"figure": "probability", "label": label, "value": is_label.mean(), "noise": noise(is_label)}


def noise(draws):
    """The standard deviation of one prediction, given the posterior draw that it is made from.

    n predictions that use each posterior draw equally often have a mean with a standard error of noise / sqrt(n): what
    the posterior draws themselves contribute is the same for all who use them.
    """
    if (draws == draws[0]).all():
        return 0.0  # Exactly, whatever rounding makes of the mean of equal numbers.
    return np.sqrt(draws.var(axis=0, ddof=1, dtype=float).mean())


def write_verification(file, records, outputs, labels):
    with open(file, "w", encoding="utf-8") as out:
        for record in np.linspace(0, RECORDS - 1, VERIFIED, dtype=int):
            line = {"features": records.iloc[[record]].to_dict("records")[0]}
            parts = {
                name: checked_classes(draws[:, :, record], labels[name]) if name in labels else checked(draws[:, :, record])
                for name, draws in outputs.items()
            }
            line |= next(iter(parts.values())) if len(parts) == 1 else {"outputs": parts}
            out.write(json.dumps(line, default=plain) + "\n")


def plain(value):
    """Of numbers and dates that JSON does not know."""
    return value.isoformat() if hasattr(value, "isoformat") else float(value)


def checked(draws):
    mean, sd = draws.mean(), draws.std(ddof=1)
    fourth = ((draws - mean) ** 4).mean()
    figures = {"mean": mean, "mean_mcse": noise(draws) / np.sqrt(draws.size)}
    if sd > 0:
        figures |= {"sd": sd, "sd_mcse": np.sqrt((fourth - sd**4) / (4 * sd**2 * draws.size))}
    quantiles = [each for each in (checked_quantile(draws, p) for p in QUANTILES) if each]
    return figures | ({"quantiles": quantiles} if quantiles else {})


def checked_quantile(draws, p):
    """A quantile and its error; None where it is about to jump from one value to another, so that no error describes it."""
    share_error = noise(draws <= np.quantile(draws, p)) * np.sqrt(1 / draws.size + 1 / CREDENCE_SAMPLES)
    low, value, high = np.quantile(draws, np.clip([p - 6 * share_error, p, p + 6 * share_error], 0, 1))
    if low == high:
        return {"p": p, "value": value, "mcse": 0}
    if any((draws == each).mean() > 0.001 for each in (low, value, high)):
        return None
    step = 0.01
    density = 2 * step / np.subtract(*np.quantile(draws, [p + step, p - step]))
    return {"p": p, "value": value, "mcse": noise(draws <= value) / np.sqrt(draws.size) / density}


def checked_classes(draws, labels):
    return {
        "probabilities": {
            each["label"]: {"value": each["value"], "mcse": each["noise"] / np.sqrt(draws.size)}
            for each in probabilities(draws, labels)
        }
    }
