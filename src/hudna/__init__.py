"""Hudna watches a ceasefire: reports in, claims that lead back to their words out."""

__version__ = "0.1.0"
