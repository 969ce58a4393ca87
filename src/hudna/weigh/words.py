"""Numbers → the words of ICD 203 for likelihood; confidence has its own three words and is found apart."""

# Intelligence Community Directive 203 (2 January 2015), D.6.e.(2)(a); bounds in per cent.
_WORDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
)


def likelihood_words(share: float) -> str:
    """The words for a likelihood; the upper bound of a class belongs to the class above."""
    return next((words for bound, words in _WORDS if share < bound), "almost certain")
