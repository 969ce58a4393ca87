"""Panels and events for tests: small, invented, the same every time."""

from datetime import date

import numpy as np

from hudna.forecast.events import FatalEvent
from hudna.forecast.panel import Panel

FIRST = 2000 * 12
HEADER = "id,type_of_violence,country,date_start,date_end,best,latitude,longitude,adm_1,where_prec"


def made_panel(units=12, months=150, seed=5):
    """Some units at war for years, some with single months, half of them quiet for ever."""
    chance = np.random.default_rng(seed)
    deaths = np.zeros((units, months))
    for unit in range(units // 2):
        start = int(chance.integers(0, months // 2))
        level = chance.lognormal(3, 1, months - start) * (chance.random(months - start) < 0.7)
        deaths[unit, start:] = np.round(level)
    return Panel(tuple(f"Land {number:02d}" for number in range(units)), FIRST, deaths)


def event(month=0, deaths=3, **fields):
    """An event in Kadra on the tenth of a month after January 2000."""
    day = date(2000 + month // 12, month % 12 + 1, 10)
    given = {
        "id": f"e{month}",
        "start": day,
        "end": day,
        "deaths": deaths,
        "country": "Kadra",
        "admin1": "North",
        "cell": 149_420,
        **fields,
    }
    return FatalEvent(**given)


def ged_lines(rows):
    """Lines of a GED file; a row is a mapping of what differs from a dull one."""
    dull = {
        "id": "1", "type_of_violence": "1", "country": "Kadra", "date_start": "2020-03-01 00:00:00.000",
        "date_end": "2020-03-02 00:00:00.000", "best": "4", "latitude": "12.05", "longitude": "30.05",
        "adm_1": "North", "where_prec": "1",
    }  # fmt: skip
    columns = HEADER.split(",")
    return [HEADER + "\n", *(",".join({**dull, **row}[column] for column in columns) + "\n" for row in rows)]
