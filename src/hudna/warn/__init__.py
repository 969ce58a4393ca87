"""The warning stage: what deserves attention now, and how often it may cry wolf."""
