"""What the API promises: response models of its own, built from records and never the records themselves.

A record may grow a field at any time; what is promised here changes only with the API's
version. Names follow the contracts of docs/schema, so that a reader of the files finds them again.
"""
