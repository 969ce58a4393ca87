"""Which explanation the evidence favours: observations and hypotheses → an assessment with its ledger.

Pure arithmetic over what the other stages made. It finds, and says why; it never
decides that a hypothesis is true.
"""
