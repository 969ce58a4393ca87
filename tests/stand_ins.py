"""Coders for tests that run in processes of their own, where nothing can be patched: they must be importable."""

import os

from hudna.model.coded import Coded


def stand_in(batch, reader, *, names=False):
    return [Coded(report) for report in batch]


def deadly(batch, reader, *, names=False):
    if any(report.id == "kadra-20" for report in batch):
        os._exit(9)
    return [Coded(report) for report in batch]
