"""Fits the flights-2001 model and writes everything that its model folder needs.

    pip install -r ../../requirements.txt
    python train.py flights-3m.parquet

where flights-3m.parquet comes from npm's vega-datasets 3.2.1; ../fetch-flights.sh fetches it.
Writes posterior.nc, verify.jsonl and SHA256SUMS. model.yaml is written by hand.
"""

import hashlib
import json
import sys
from pathlib import Path

import arviz as az
import numpy as np
import pandas as pd
import pymc as pm

HERE = Path(__file__).parent
SEED = 2001
TRAINING_FLIGHTS = 6_000
DRAWS, THINNING = 1_000, 4
PREDICTIVE_PASSES = 20
QUANTILES = [0.025, 0.25, 0.5, 0.75, 0.975]
FEATURES = ["distance", "origin"]

# With Numba on, the pinned ArviZ fails under NumPy 2.4 (a TypeError).
az.Numba.disable_numba()


def build_model(flights):
    coords = {"origin": sorted(flights["origin"].unique())}
    with pm.Model(coords=coords) as model:
        distance_mean = pm.Data("distance_mean", flights["distance"].mean())
        data = {name: pm.Data(name, values, dims="flight") for name, values in predictors(flights, coords).items()}
        log_distance_ratio = pm.math.log(data["distance"] / distance_mean)

        # Half of the airports have fewer than a dozen flights: partial pooling keeps them honest.
        alpha = pm.Normal("alpha", mu=0, sigma=20)
        tau_origin = pm.HalfNormal("tau_origin", sigma=10)
        z_origin = pm.Normal("z_origin", dims="origin")
        alpha_origin = pm.Deterministic("alpha_origin", alpha + tau_origin * z_origin, dims="origin")
        beta = pm.Normal("beta", mu=0, sigma=10)

        sigma_0 = pm.HalfNormal("sigma_0", sigma=20)
        gamma = pm.Normal("gamma", mu=0, sigma=0.5)
        nu = pm.Gamma("nu", alpha=2, beta=0.1)
        pm.StudentT(
            "delay",
            nu=nu,
            mu=alpha_origin[data["origin_index"]] + beta * log_distance_ratio,
            sigma=sigma_0 * pm.math.exp(gamma * log_distance_ratio),
            observed=flights["delay"],
            dims="flight",
        )
    return model


def predictors(flights, coords):
    return {
        "distance": flights["distance"].to_numpy(float),
        "origin_index": pd.Index(coords["origin"]).get_indexer(flights["origin"]),
    }


def predict(model, posterior, flights, seed):
    """PyMC's own predictions, each posterior draw used once: an array of (draw, flight)."""
    inputs = predictors(flights, model.coords)
    assert (inputs["origin_index"] >= 0).all(), "PyMC has no effect for an airport it was not trained on"
    with model:
        pm.set_data(inputs)
        inference = pm.sample_posterior_predictive(
            posterior, var_names=["delay"], predictions=True, random_seed=seed, progressbar=False
        )
    return inference.predictions["delay"].to_numpy().reshape(-1, len(flights))


def verification_records(flights, training):
    """Real flights that were not fitted to, of twenty airports, then corners of the feature space."""
    fresh = flights.drop(training.index)
    airports = training["origin"].drop_duplicates().sample(20, random_state=SEED)
    real = fresh[fresh["origin"].isin(airports)].groupby("origin").sample(1, random_state=SEED)
    corners = pd.DataFrame([(21, "ORD"), (5000, "ATL"), (731, "LAX"), (2475, "JFK")], columns=FEATURES)
    return pd.concat([real[FEATURES], corners], ignore_index=True)


def figures(features, draws):
    """One line of verify.jsonl, from predictions of one record as (pass, draw).

    Quantiles only: nu lies below 2, so the variance does not exist, nor the error of a mean.
    """
    return {
        "features": features,
        "quantiles": [
            {"p": p, "value": np.quantile(draws, p), "mcse": az.mcse(draws, method="quantile", prob=p)}
            for p in QUANTILES
        ],
    }


def write_verification(model, posterior, records):
    passes = np.stack([predict(model, posterior, records, SEED + i) for i in range(PREDICTIVE_PASSES)])
    with open(HERE / "verify.jsonl", "w", encoding="utf-8") as out:
        for i, features in enumerate(records.to_dict("records")):
            out.write(json.dumps(figures(features, passes[:, :, i]), default=float) + "\n")


def write_posterior(inference, posterior):
    # Effects of airports in single precision, which is far finer than they are known: the file is to
    # live in a repository. No clock times: they would make the file differ from run to run for no one's benefit.
    file = az.InferenceData(
        posterior=posterior.drop_vars("z_origin").assign(alpha_origin=posterior["alpha_origin"].astype("float32")),
        constant_data=inference.constant_data[["distance_mean"]].drop_vars("flight", errors="ignore"),
    )
    for group in file.groups():
        for attribute in ["created_at", "sampling_time"]:
            file[group].attrs.pop(attribute, None)
    file.to_netcdf(str(HERE / "posterior.nc"), engine="h5netcdf")


def write_checksums():
    names = sorted(["model.yaml", "posterior.nc", "verify.jsonl"])
    lines = [f"{hashlib.sha256((HERE / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (HERE / "SHA256SUMS").write_text("".join(lines))


def report(inference, model, posterior, flights, training):
    summary = az.summary(inference.posterior, round_to=4)[["mean", "sd", "ess_bulk", "ess_tail", "r_hat"]]
    print(summary[~summary.index.str.contains("_origin[", regex=False)].to_string())
    print(f"worst: R-hat {summary['r_hat'].max()}, bulk ESS {summary['ess_bulk'].min()}")
    print(f"divergences: {int(inference.sample_stats['diverging'].sum())}")
    fresh = flights.drop(training.index)
    known = fresh[fresh["origin"].isin(training["origin"])].sample(5_000, random_state=SEED)
    draws = predict(model, posterior, known, SEED)
    lower, upper = np.quantile(draws, [0.025, 0.975], axis=0)
    covered = (lower <= known["delay"]) & (known["delay"] <= upper)
    error = (np.median(draws, axis=0) - known["delay"]).abs().mean()
    plain = (training["delay"].median() - known["delay"]).abs().mean()
    print(f"{len(training['origin'].unique())} airports of {len(flights['origin'].unique())} in the training flights;")
    print(f"{len(fresh) - fresh['origin'].isin(training['origin']).sum()} flights leave from the others")
    print(f"held out: 95 % interval covers {covered.mean():.2%}, mean width {np.mean(upper - lower):.1f} min;")
    print(f"mean absolute error {error:.2f} min, of the training flights' median {plain:.2f}")


def main():
    flights = pd.read_parquet(sys.argv[1])
    training = flights.sample(TRAINING_FLIGHTS, random_state=SEED)
    model = build_model(training)
    with model:
        inference = pm.sample(draws=DRAWS, tune=1_000, chains=4, cores=2, random_seed=SEED, progressbar=False)
    posterior = inference.posterior.isel(draw=slice(0, None, THINNING))
    write_posterior(inference, posterior)
    write_verification(model, posterior, verification_records(flights, training))
    write_checksums()
    report(inference, model, posterior, flights, training)


if __name__ == "__main__":
    main()
