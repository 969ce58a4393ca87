"""How a test says that the coder is wrong today."""

import pytest


def wrong(reason: str, *case: object):
    """A reasonable case that the coder does not get right; the test fails once it does."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))
