"""Files and streams in, reports out; nothing else touches what people hand us."""

from hudna.collect.inputs import read_inputs

__all__ = ["read_inputs"]
