"""What the relations between clauses mean for the rules.

Everything here bears canonical names (knowledge/function_words.yml), so it holds in
every language; what a language calls them stands in its own folder.
"""

from collections.abc import Mapping

from hudna.model.claim import Status

# How a modal holds its clause; what is not here leaves it as it is.
MODALS: Mapping[str, Status] = {
    "may": Status.HYPOTHETICAL,
    "might": Status.HYPOTHETICAL,
    "could": Status.HYPOTHETICAL,
    "would": Status.CONDITIONAL,
    "will": Status.PLANNED,
    "shall": Status.PLANNED,
    "should": Status.DEMANDED,
    "must": Status.DEMANDED,
    "ought": Status.DEMANDED,
    "hearsay": Status.REPORTED,
    "staying": Status.STATE,
}
ABLE = frozenset({"can", "could"})
SUPPOSING = frozenset({"would", "could", "might"})

# The rule by which a name means a force whose noun stands behind another name: "the Zintan and Misrata militias".
SHARED = "shared_noun"
# What is asked about, rather than told.
ASKING = frozenset({"whether", "if"})
# Clauses and events behind these depend on a condition, or did not happen.
CONDITIONAL_MARKERS = frozenset({"if", "unless", "provided", "lest", "whether", "until", "once"})
CONDITIONAL_PREPOSITIONS = frozenset({"in case of", "in the event of"})
NEGATIVE_PREPOSITIONS = frozenset({"without", "instead of", "rather than"})
# The hold of the clause above does not reach over these.
NEUTRAL_PREPOSITIONS = frozenset(
    {"after", "following", "since", "during", "amid", "despite", "over", "about", "because of"}
)
# An event behind these is the same as the one above, told with another word.
INSIDE = frozenset(
    {
        "in",
        "by",
        "during",
        "from",
        "when",
        "after",
        "following",
        "because of",
        "as",
        "subject",
        "with",
        "of",
        None,
    }
)
AT_ONCE = frozenset({"when", "after", "as"})

# What is behind these may be what an act is for.
AIMING = frozenset({"for", "as part of", "with a view to", "in preparation for"})

# Determiners of what is known already, and so taken for granted.
POINTING = frozenset({"the", "this", "that", "these", "those"})
OWNING = frozenset({"his", "her", "its", "his or its", "their"})

# Who says so, named by a preposition.
ACCORDING = frozenset({"according to", "per", "citing", "quoting"})

# Pronouns that go back to somebody named before.
# "left out": a subject that a language need not say, of one alone.
LEFT_OUT = "left out"
THIRD = frozenset("he she it they him her them who which that his its their".split()) | {
    "he or it",
    "his or its",
    LEFT_OUT,
}
OF_A_PERSON = frozenset({"he", "she", "him", "her", "his"})
OF_A_THING = frozenset({"it", "its"})
OF_ONE = frozenset({"he or it", "his or its", LEFT_OUT})
OF_SEVERAL = frozenset({"they", "them", "their"})
# These never mean who says it.
NEVER_THE_SPEAKER = frozenset({"who", "which", "that", "them", "him", "her"})
# "whose fighters": the canonical name of the word.
WHOSE = "whose"
