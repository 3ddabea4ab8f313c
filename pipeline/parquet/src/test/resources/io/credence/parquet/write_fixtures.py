"""Writes the fixtures beside it, as people's own tools write them. Run once:

    python write_fixtures.py        # pandas 3.1.1, pyarrow 26.0.1, polars 2.1.0

Both files lack a page index, which Parquet's Java library always writes, and carry the types and
names that get lost on the way through Avro.
"""

import datetime as dt
from decimal import Decimal

import pandas as pd
import polars as pl

ROWS = 40

pd.DataFrame(
    {
        "flight no.": [f"AB-{i}" for i in range(ROWS)],
        "distance (km)": [i * 0.5 if i % 7 else None for i in range(ROWS)],
        "carrier": pd.Categorical(["AA", "BB"] * (ROWS // 2)),
        "seats": pd.array([i if i % 3 else None for i in range(ROWS)], dtype="UInt8"),
        "departure": pd.date_range("2024-03-31", periods=ROWS, freq="h", tz="Europe/Berlin").as_unit("ns"),
        "taxi": pd.to_timedelta(range(ROWS), unit="s"),
    },
    index=pd.Index(range(100, 100 + ROWS)),
).to_parquet("pandas.parquet", row_group_size=25)

pl.DataFrame(
    {
        "id": pl.Series([2**64 - 1 - i for i in range(ROWS)], dtype=pl.UInt64),
        "x": pl.Series([i / 8 for i in range(ROWS)], dtype=pl.Float32),
        "price": pl.Series([Decimal(i) / 100 for i in range(ROWS)], dtype=pl.Decimal(12, 2)),
        "at": pl.Series([dt.datetime(2024, 1, 2, 3, 4, 5, i) for i in range(ROWS)], dtype=pl.Datetime("ns")),
        "tags": [["a", None], [], None, ["b"]] * (ROWS // 4),
        "leg": [{"from": "FRA", "stops": [{"to": "LHR"}]}, None] * (ROWS // 2),
        "level": pl.Series(["lo", "hi"] * (ROWS // 2), dtype=pl.Enum(["lo", "hi"])),
    }
).write_parquet("polars.parquet", row_group_size=25)
