"""One module a document or part of one; each takes a desk and gives sections."""
