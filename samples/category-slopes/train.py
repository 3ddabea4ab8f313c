"""Fits the category-slopes model and writes everything that its model folder needs.

    pip install -r ../requirements.txt
    python train.py

Writes features.parquet, posterior.nc, verify.jsonl and SHA256SUMS. model.yaml is written by hand:
it says how a label follows from the posterior, which no training script can know.
"""

import hashlib
import json
from pathlib import Path

import arviz as az
import numpy as np
import pandas as pd
import pymc as pm

HERE = Path(__file__).parent
SEED = 42
ROWS = 2_000
CATEGORIES = [0, 1, 2]
TRUE_BETA = np.array([1.0, 1.25, 1.5])
TRUE_SIGMA = 0.75
PREDICTIVE_PASSES = 10
QUANTILES = [0.025, 0.25, 0.5, 0.75, 0.975]

# With Numba on, the pinned ArviZ cannot compute the error of an sd under NumPy 2.4 (a TypeError).
az.Numba.disable_numba()


def simulate():
    """Data whose true parameters are known, so that the fit can be checked against them."""
    rng = np.random.default_rng(SEED)
    category = rng.choice(CATEGORIES, size=ROWS)
    x = rng.uniform(0, 10, size=ROWS)
    y = TRUE_BETA[category] * x + TRUE_SIGMA * rng.standard_normal(ROWS)
    return pd.DataFrame({"id": np.arange(ROWS), "x": x, "category": category, "y": y})


def build_model(rows):
    with pm.Model(coords={"category": CATEGORIES}) as model:
        # Not named "category": that name belongs to the dimension of beta.
        category_index = pm.Data("category_index", rows["category"], dims="row")
        x = pm.Data("x", rows["x"], dims="row")
        beta = pm.Normal("beta", mu=0, sigma=2, dims="category")
        sigma = pm.HalfNormal("sigma", sigma=2)
        pm.Normal("y", mu=beta[category_index] * x, sigma=sigma, observed=rows["y"], dims="row")
    return model


def held_out_records():
    """Each category at both ends of the training range, in between, and well beyond it."""
    return pd.DataFrame(
        [{"x": x, "category": c} for c in CATEGORIES for x in [0.0, 0.01, 0.5, 2.5, 5.0, 7.75, 10.0, 40.0]]
    )


def predict(model, posterior, records):
    """PyMC's own predictions: an array of (pass, draw, record).

    Every pass uses each posterior draw once, with fresh noise: more passes mean less Monte Carlo
    error in the figures, while the posterior itself stays exactly the one in the file.
    """
    with model:
        pm.set_data({"category_index": records["category"], "x": records["x"]})
        passes = [
            pm.sample_posterior_predictive(posterior, predictions=True, random_seed=SEED + i, progressbar=False)
            .predictions["y"].stack(all_draws=("chain", "draw")).transpose("all_draws", ...).to_numpy()
            for i in range(PREDICTIVE_PASSES)
        ]
    return np.stack(passes)


def figures(features, draws):
    """One line of verify.jsonl, from predictions of one record as (pass, draw).

    Monte Carlo standard errors are ArviZ's, with the passes in the role of chains. They include
    the posterior's own variation, which a reader of the same file does not see: if anything,
    they are a little too large.
    """
    return {
        "features": features,
        "mean": draws.mean(),
        "mean_mcse": az.mcse(draws, method="mean"),
        "sd": draws.std(ddof=1),
        "sd_mcse": az.mcse(draws, method="sd"),
        "quantiles": [
            {"p": p, "value": np.quantile(draws, p), "mcse": az.mcse(draws, method="quantile", prob=p)}
            for p in QUANTILES
        ],
    }


def write_verification(records, predictions):
    with open(HERE / "verify.jsonl", "w", encoding="utf-8") as out:
        for i, features in enumerate(records.to_dict("records")):
            line = figures(features, predictions[:, :, i])
            out.write(json.dumps(line, default=float) + "\n")


def write_posterior(inference):
    # Clock times and sampler statistics would make the file differ from run to run for no one's benefit.
    kept = az.InferenceData(
        **{group: inference[group] for group in ["posterior", "constant_data", "observed_data"]}
    )
    for group in kept.groups():
        for attribute in ["created_at", "sampling_time"]:
            kept[group].attrs.pop(attribute, None)
    kept.to_netcdf(str(HERE / "posterior.nc"), engine="h5netcdf")


def write_checksums():
    names = sorted(["model.yaml", "posterior.nc", "verify.jsonl"])
    lines = [f"{hashlib.sha256((HERE / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (HERE / "SHA256SUMS").write_text("".join(lines))


def report(posterior):
    columns = ["mean", "sd", "ess_bulk", "ess_tail", "r_hat"]
    print(az.summary(posterior, round_to=4)[columns].to_string())
    truth = {"beta": TRUE_BETA, "sigma": TRUE_SIGMA}
    for name, true_value in truth.items():
        draws = posterior[name]
        distance = (draws.mean(("chain", "draw")) - true_value) / draws.std(("chain", "draw"))
        print(f"{name}: posterior mean minus truth, in posterior sd's: {np.round(distance.to_numpy(), 2)}")
        assert (np.abs(distance) < 4).all(), f"{name} lies too far from the truth"


def main():
    rows = simulate()
    rows.to_parquet(HERE / "features.parquet", index=False)
    model = build_model(rows)
    with model:
        inference = pm.sample(draws=500, tune=1_000, chains=4, cores=2, random_seed=SEED, progressbar=False)
    report(inference.posterior)
    write_posterior(inference)
    records = held_out_records()
    write_verification(records, predict(model, inference.posterior, records))
    write_checksums()


if __name__ == "__main__":
    main()
