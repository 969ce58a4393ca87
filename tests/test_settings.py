"""Settings come from the environment and change nothing that is coded."""

from pathlib import Path

import pytest

from hudna.settings import Provider, Settings, read_settings


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, Settings()),
        ({"HUDNA_DEBUG": "1", "HUDNA_DATA": "/data"}, Settings(debug=True, data=Path("/data"))),
        ({"HUDNA_DEBUG": "0", "HUDNA_DATA": " "}, Settings()),
        ({"HUDNA_DEBUG": "no"}, Settings()),
        (
            {
                "HUDNA_OIDC_ISSUER": "https://id.example",
                "HUDNA_OIDC_CLIENT": "hudna",
                "HUDNA_OIDC_SECRET": "s",
            },
            Settings(oidc=Provider("https://id.example", "hudna", "s")),
        ),
        ({"HUDNA_OIDC_ISSUER": "https://id.example"}, Settings()),
        ({"HUDNA_CHANNELS": "/etc/channels.yml"}, Settings(channels=Path("/etc/channels.yml"))),
    ],
)
def test_settings_are_read(environment, expected):
    assert read_settings(environment) == expected
