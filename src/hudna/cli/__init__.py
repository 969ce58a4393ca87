"""The program `hudna`: one command for each thing a person can ask."""

from hudna.cli.app import main

__all__ = ["main"]
