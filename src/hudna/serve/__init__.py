"""The analyst's desk over HTTP: answers from the tables of a store, people's judgements into it.

HTTP only; no thinking here. What is shown is derived by the pipeline and shelved by
`hudna.shelving`; this package reads shelves, checks who asks, and words the answer.
"""

from hudna.serve.app import create_app, described
from hudna.serve.options import Options

__all__ = ["Options", "create_app", "described"]
