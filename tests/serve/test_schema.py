"""Whatever the description allows, the server answers it: no request makes it stumble."""

import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error

from serve.kadra import client

API = "/api/v1"
# Slow ones are tried elsewhere with values of their own: documents, coding.
_SLOW = {
    f"{API}/extract",
    f"{API}/reports/sitrep",
    f"{API}/reports/ceasefire",
    f"{API}/reports/dossier",
    f"{API}/exports/{{name}}",
}


@pytest.fixture(scope="module")
def described(filled, tmp_path_factory):
    """The description, and the headers of one person alone."""
    browser = client(shutil.copy(filled, tmp_path_factory.mktemp("schema") / "kadra.db"))
    headers = {"Host": "localhost", "X-CSRF-Token": browser.headers["X-CSRF-Token"]}
    return schemathesis.openapi.from_asgi(f"{API}/openapi.json", browser.app, headers=headers), headers


def test_no_request_makes_the_server_stumble(described):
    schema, headers = described
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path in _SLOW:
            continue
        tried += _try(operation, headers)
    assert tried > 150


def _try(operation, headers):
    """How many requests of an operation were made."""
    made = []

    @given(case=operation.as_strategy())
    @settings(
        max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate), derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def one(case):
        case.call_and_validate(headers=headers, checks=(not_a_server_error,))
        made.append(case)

    one()
    return len(made)
