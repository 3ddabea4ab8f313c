"""Files as other tools write them, and whether these read what Credence made of the files.

    read_back.py make FOLDER    writes FOLDER/in/NAME
    read_back.py check FOLDER   reads FOLDER/out/NAME, which was scored from FOLDER/in/NAME

Each tool must find the input's columns in the output as it finds them in the input, and behind
them the prediction: z and a constant.
"""

import sys
import warnings
from pathlib import Path

import dask.dataframe as dd
import duckdb
import pandas as pd
import polars as pl
import polars.testing
import pyarrow as pa
import pyarrow.dataset as ds

warnings.filterwarnings("ignore")

Z = pd.DataFrame({"z": [1.0, 2.0, 3.0]})


def make(folder: Path) -> None:
    folder.mkdir(parents=True)
    types().to_parquet(folder / "types.parquet")
    Z.set_axis(pd.RangeIndex(100, 103, name="order_id")).to_parquet(folder / "counted.parquet")
    Z.set_axis(pd.Index(["a", "b", "c"], name="order")).to_parquet(folder / "stored.parquet")
    Z.assign(quarter=[1, 3, 3]).to_parquet(folder / "hive", partition_cols=["quarter"])
    pl.from_pandas(Z).with_columns(
        shop=pl.Series(["n", "s", "n"], dtype=pl.Enum(["n", "s"])),
        wait=pl.Series([1, 2, 3], dtype=pl.Duration("us")),
    ).write_parquet(folder / "polars.parquet")
    duckdb.sql("SELECT range + 1.0::DOUBLE AS z, INTERVAL 3 DAY AS wait FROM range(3)").write_parquet(
        str(folder / "interval.parquet")
    )


def types() -> pd.DataFrame:
    """What Parquet alone has no types for, and pandas and Arrow note in the footer."""
    at = pd.Timestamp("2024-03-31 01:30", tz="Europe/Berlin")
    return Z.assign(
        shop=pd.Categorical(["n", "s", "n"]),
        wait=pd.to_timedelta([1, 2, 3], unit="h"),
        at=pd.DatetimeIndex([at] * 3),
        count=pd.array([1, None, 3], dtype="Int64"),
        note=[None, None, None],
        tags=[[None], [], None],
    )


def check(folder: Path) -> None:
    made = sorted(file.name for file in (folder / "in").iterdir())
    scored = sorted(file.name for file in (folder / "out").iterdir())
    assert made == scored, f"{made} were made, and {scored} scored"
    for name in made:
        for tool in (pandas, pyarrow, polars_, duckdb_, dask):
            try:
                tool(folder / "in" / name, folder / "out" / name)
            except Exception as failure:
                raise AssertionError(f"{tool.__name__.rstrip('_')} reads {name} wrongly") from failure
    print(f"{len(made)} outputs were read back by five tools")


# The lines by which each tool reads an output are those of docs/parquet-files.md.


def pandas(made: Path, scored: Path) -> None:
    before = pd.read_parquet(made).sort_values("z")
    after = pd.read_parquet(scored).sort_values("z")
    if made.name == "counted.parquet":
        before = before.reset_index(drop=True)
    if made.name == "hive":
        before = before.astype({"quarter": "int64"}).reset_index(drop=True)
        after = after.reset_index(drop=True)
    pd.testing.assert_frame_equal(before, after[before.columns])
    predicted(after["z"], after["y_pred"])


def pyarrow(made: Path, scored: Path) -> None:
    before = ds.dataset(made, partitioning="hive").to_table().sort_by("z")
    after = ds.dataset(scored).to_table().sort_by("z")
    if made.name == "hive":
        before = before.set_column(1, "quarter", before["quarter"].cast(pa.int64()))
    assert after.select(before.column_names).equals(before), after.schema
    predicted(after["z"].to_pylist(), after["y_pred"].to_pylist())


def polars_(made: Path, scored: Path) -> None:
    if made.name == "interval.parquet":
        return  # It reads no intervals, nor those of the input.
    before = pl.read_parquet(made).sort("z")
    after = pl.read_parquet(scored / "*.parquet").sort("z")
    pl.testing.assert_frame_equal(before, after.select(before.columns))
    predicted(after["z"], after["y_pred"])


def duckdb_(made: Path, scored: Path) -> None:
    source = made / "**" / "*.parquet" if made.is_dir() else made
    before = duckdb.sql(f"SELECT * FROM '{source}' ORDER BY z")
    names = ", ".join(f'"{name}"' for name in before.columns)
    after = duckdb.sql(f"SELECT {names}, y_pred FROM '{scored}/*.parquet' ORDER BY z")
    assert before.types == after.types[:-1], after.types
    rows = after.fetchall()
    assert before.fetchall() == [row[:-1] for row in rows], rows
    at = before.columns.index("z")
    predicted([row[at] for row in rows], [row[-1] for row in rows])


def dask(made: Path, scored: Path) -> None:
    before = pd.read_parquet(made).sort_values("z")
    after = dd.read_parquet(f"{scored}/*.parquet").compute().sort_values("z")
    assert list(after.columns[: len(before.columns)]) == list(before.columns), after.columns
    if made.name in ("types.parquet", "stored.parquet"):
        assert list(after.index) == list(before.index), after.index
    assert list(after["z"]) == list(before["z"])
    predicted(after["z"], after["y_pred"])


def predicted(z, prediction) -> None:
    differences = [b - a for a, b in zip(z, prediction, strict=True)]
    assert len(differences) == 3 and max(differences) - min(differences) < 1e-9, differences


if __name__ == "__main__":
    command, folder = sys.argv[1], Path(sys.argv[2])
    if command == "make":
        make(folder / "in")
    else:
        check(folder)
