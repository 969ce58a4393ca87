"""The program `hudna`: one command for each thing a person can ask."""

from hudna.cli.app import run_and_leave as main

__all__ = ["main"]
