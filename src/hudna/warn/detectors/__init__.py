"""Detectors: is this week more than the weeks before would lead to expect?

Each module is one method from the literature on surveillance: counts of one area in,
oldest first, the last of them the week to be judged; a `Detection` out. Where the week
itself is missing (None or NaN) or the history is too short, the answer is None, never
a nought. The functions are pure and know nothing of reports, areas or budgets.
"""
