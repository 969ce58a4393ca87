"""The forecast stage: how many deaths are to be expected, as distributions that are scored afterwards."""
