"""What the API promises.

Incidents and claims have response models of their own, built from records and never the
records themselves: they are shown with more than they hold. Everything else that a stage
prints (posture, movement, finding, assessment, alert …) is a versioned public contract in
docs/schema already and is given as it stands.
"""
