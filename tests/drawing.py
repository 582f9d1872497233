"""Figures drawn as text: each line one figure, so that a test shows the table it is about."""

import pandas as pd

from cpdash.figures import EDITION_COLUMNS, FIGURE_COLUMNS, Holdings


def holdings(text: str, editions: str = "first 2020-01-01") -> Holdings:
    """`area date collection measure category value edition` a line; the value may be `c`, or
    `12e` for an estimate. `editions`: `name date` a line."""
    rows = []
    for number, line in enumerate(text.strip().splitlines()):
        area, when, collection, measure, category, said, *edition = line.split()
        digits = said.rstrip("cxzkepbd")
        status = said[len(digits) :]
        rows.append(
            (
                area,
                pd.Timestamp(when),
                collection,
                measure,
                category,
                float(digits) if digits else float("nan"),
                status,
                edition[0] if edition else "first",
                "Placements",
                f"A{number + 1}",
                category,
            )
        )
    figures = pd.DataFrame(rows, columns=FIGURE_COLUMNS)
    figures["census_date"] = figures["census_date"].astype("datetime64[us]")
    known = [line.split() for line in editions.strip().splitlines()]
    table = pd.DataFrame(
        [
            (name, f"{name}.xlsx", f"The {name} edition", pd.Timestamp(on), on, False)
            for name, on in known
        ],
        columns=EDITION_COLUMNS,
    )
    return Holdings(figures, table)


STRATEGY = """
S12000029 2018-03-31 council looked_after at_home 173
S12000029 2018-03-31 council looked_after kinship 128
S12000029 2018-03-31 council looked_after foster 206
S12000029 2018-03-31 council looked_after residential_not_secure 72
S12000029 2018-03-31 council looked_after secure 0
S12000029 2018-03-31 council looked_after total 579
S12000029 2018-03-31 council aftercare_eligible total 225
"""

SCOTLAND_2021 = """
S92000003 2021-07-31 national looked_after total 13255 first
S92000003 2021-07-31 national looked_after community 11969 first
S92000003 2021-07-31 national looked_after residential 1286 first
S92000003 2021-07-31 national looked_after kinship 4399 first
S92000003 2021-07-31 national looked_after kinship 4410 later
S92000003 2021-07-31 national looked_after community 11933 later
S92000003 2021-07-31 national looked_after residential 1267 later
"""
LATER = "first 2022-01-01\nlater 2025-04-01"
