"""Figures, ordinals and marks among the words of a sentence."""

from hudna.knowledge.inflection import Form

# Behind a figure they make it say which one.
ORDINALS = ("ª", "º", "°")


def unlettered(low: str) -> tuple[Form, ...]:
    """A figure, an ordinal that says which one ("la 444ª Brigata"), a name with a figure ("إم23"), or a mark."""
    if low[0].isalpha():
        return (Form("name" if low[-1].isdecimal() else "noun", low),)
    if low[0].isdigit() and low.endswith(ORDINALS):
        return (Form("adjective", low),)
    return (Form("number" if any(c.isdigit() for c in low) else "mark", low),)
