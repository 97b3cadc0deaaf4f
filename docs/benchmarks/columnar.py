"""The profile of one kommun asked of sorted Parquet, with DuckDB or Polars.

    columnar.py prepare values_all.csv.gz values.parquet
    columnar.py duckdb|polars values.parquet 0182

For every indicator the latest year in which the kommun has a value, with that value, the year before, place, quartiles
and median among all kommuner. What the question alone took goes to stderr, so that the start of Python can be told from it.
"""

import sys
import time

QUESTION = """
    WITH latest AS (
        SELECT kpi, max(period) AS period FROM read_parquet(?)
        WHERE municipality = ? AND gender = 'T' AND value IS NOT NULL GROUP BY kpi
    ), slice AS (
        SELECT v.kpi, v.period, v.municipality, v.value FROM read_parquet(?) AS v JOIN latest USING (kpi, period)
        WHERE v.gender = 'T' AND v.value IS NOT NULL AND v.municipality NOT LIKE '00%' AND v.municipality NOT LIKE 'G%'
    ), own AS (
        SELECT kpi, period, value FROM slice WHERE municipality = ?
    ), previous AS (
        SELECT v.kpi, v.value FROM read_parquet(?) AS v JOIN own ON own.kpi = v.kpi AND own.period - 1 = v.period
        WHERE v.gender = 'T' AND v.municipality = ?
    )
    SELECT own.kpi, own.period, own.value, any_value(previous.value), count(*), count(*) FILTER (s.value > own.value) + 1,
        quantile_cont(s.value, 0.25), median(s.value), quantile_cont(s.value, 0.75)
    FROM own JOIN slice AS s USING (kpi) LEFT JOIN previous ON previous.kpi = own.kpi
    GROUP BY own.kpi, own.period, own.value ORDER BY own.kpi
"""


def prepare(source, target):
    import duckdb

    duckdb.execute(
        f"""COPY (SELECT * FROM read_csv('{source}', header = true, types = {{'kpi': 'VARCHAR', 'municipality': 'VARCHAR',
        'period': 'INTEGER', 'gender': 'VARCHAR', 'value': 'DOUBLE'}}) ORDER BY kpi, period, gender, municipality)
        TO '{target}' (FORMAT parquet, COMPRESSION zstd)"""
    )


def with_duckdb(path, code):
    import duckdb

    start = time.perf_counter()
    rows = duckdb.execute(QUESTION, [path, code, path, code, path, code]).fetchall()
    return rows, time.perf_counter() - start


def with_polars(path, code):
    import polars as pl

    start = time.perf_counter()
    values = pl.scan_parquet(path).filter((pl.col("gender") == "T") & pl.col("value").is_not_null())
    latest = values.filter(pl.col("municipality") == code).group_by("kpi").agg(pl.col("period").max())
    kommuner = ~pl.col("municipality").str.starts_with("00") & ~pl.col("municipality").str.starts_with("G")
    slices = values.filter(kommuner).join(latest, on=["kpi", "period"])
    own = slices.filter(pl.col("municipality") == code).select("kpi", "period", own="value")
    before = values.filter(pl.col("municipality") == code).select("kpi", period=pl.col("period") + 1, previous="value")
    table = (
        slices.join(own, on=["kpi", "period"])
        .group_by("kpi", "period", "own")
        .agg(
            pl.len(),
            (pl.col("value") > pl.col("own")).sum() + 1,
            pl.col("value").quantile(0.25, "linear").alias("lower"),
            pl.col("value").median().alias("median"),
            pl.col("value").quantile(0.75, "linear").alias("upper"),
        )
        .join(before, on=["kpi", "period"], how="left")
        .sort("kpi")
        .collect()
    )
    return table.rows(), time.perf_counter() - start


def main(arguments):
    if arguments[:1] == ["prepare"] and len(arguments) == 3:
        return prepare(*arguments[1:])
    if len(arguments) != 3 or arguments[0] not in ("duckdb", "polars"):
        sys.exit(__doc__)
    rows, seconds = (with_duckdb if arguments[0] == "duckdb" else with_polars)(*arguments[1:])
    print(*rows, sep="\n")
    print(f"{1000 * seconds:.0f} ms for {len(rows)} indicators", file=sys.stderr)


main(sys.argv[1:])
