"""Which claims tell of one occurrence, from how many independent origins, and who says otherwise."""
