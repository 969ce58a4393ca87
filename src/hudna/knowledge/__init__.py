"""What people know, as data, and the loaders that turn it into records.

Every file under this folder is found by its place, never by a list.
"""
