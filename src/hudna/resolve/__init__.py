"""Which actor, place and day the words of a report mean, and how precisely."""
