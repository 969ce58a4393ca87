"""Words of ICD 203, one class for each share."""

import pytest

from hudna.weigh.words import likelihood_words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "almost no chance"), (0.049, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"),
        (0.45, "roughly even chance"), (0.549, "roughly even chance"), (0.55, "likely"), (0.8, "very likely"),
        (0.95, "almost certain"), (1.0, "almost certain"),
    ],
)  # fmt: skip
def test_a_share_has_its_words(share, words):
    assert likelihood_words(share) == words
