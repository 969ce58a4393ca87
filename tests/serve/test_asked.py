"""What a request may ask for, and what it is told where it asks for something else."""

import pytest

from serve.kadra import client

API = "/api/v1"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("as_of=2025", "'2025' is no day; YYYY-MM-DD would be right"),
        ("as_of=0.0", "'0.0' is no day"),
        ("since=2021-03-04T00:00", "is no day"),
        # Silence is reckoned in weeks back: this day once left the calendar.
        ("as_of=0001-01-01", "0001-01-01 lies outside of the years from 1800 to 2200"),
        ("until=9999-12-31", "lies outside of the years"),
    ],
)
def test_a_day_is_a_day_as_people_write_it(asked, told, store):
    answer = client(store).get(f"{API}/incidents?{asked}")
    assert answer.status_code == 422
    assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("incidents", "text/csv"),
        ("claims", "application/jsonl"),
        ("alerts", "application/geo+json"),
        ("map", "application/geo+json"),
        ("reports/sitrep", "application/pdf"),
        ("exports/{name}", "application/vnd.apache.parquet"),
    ],
)
def test_every_kind_of_answer_is_described(path, media, store):
    described = client(store).get(f"{API}/openapi.json").json()
    assert media in described["paths"][f"{API}/{path}"]["get"]["responses"]["200"]["content"]


def test_when_a_day_was_made_is_told_as_the_description_says(store):
    told = client(store).get(f"{API}/meta").json()["made"]
    assert "T" in told


@pytest.mark.parametrize("path", ["incidents", "claims", "map", "timeline", "movements", "posture", "exports/jsonl", "reports/sitrep"])  # fmt: skip
def test_days_the_wrong_way_round_are_refused_and_not_answered_with_nothing(path, store):
    asked = f"{API}/{path}?since=2021-03-07&until=2021-03-01"
    answer = client(store).get(asked)
    assert answer.status_code == 422
    assert "since is 2021-03-07, which is later than until, 2021-03-01" in answer.json()["detail"]
    assert "متأخرة" in client(store).get(f"{asked}&lang=ar").json()["detail"]
    assert client(store).get(asked.replace("03-07", "03-01")).status_code == 200
