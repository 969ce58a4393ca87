"""The measures: judged reports, public sets and the seed, against what the coder says."""
