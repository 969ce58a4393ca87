"""What features that are asked of nearly every pair find, without the sentences that explain it."""

from hudna.link.copying import COPIED, EDITED, edited_share
from hudna.link.outline import Outline
from hudna.link.pair import UNKNOWN

# Figures up to this one are everyday ones.
EVERYDAY = 3
# Shares of stems that two claims have in common, from "one copied the other" down to chance.
WORD_LEVELS = ((0.8, "same"), (0.5, "most"), (0.25, "some"), (0.1, "few"))
# Letters between two claims of one report that belong to one passage.
PASSAGE = 240
# Letters after which the news follows in the sentence that names something else first: "After the attack …".
CLAUSE = 40


def figure_level(one: Outline, other: Outline) -> str:
    """What `figure` finds, without its sentence."""
    if not one.figures or not other.figures:
        return UNKNOWN
    if one.figures.isdisjoint(other.figures):
        return "differ"
    return "shared" if max(one.figures & other.figures) > EVERYDAY else "differ"


def words_level(one: Outline, other: Outline) -> str:
    """What `words` finds, without its sentence."""
    if one.text == other.text or one.language != other.language or not one.stems or not other.stems:
        return UNKNOWN
    both = len(one.stems & other.stems)
    share = both / (len(one.stems) + len(other.stems) - both)
    for least, level in WORD_LEVELS:
        if share >= least:
            return level
    return "none"


def name_level(one: Outline, other: Outline) -> str:
    """What `name` finds, without its sentence."""
    if not one.names or not other.names or one.text == other.text:
        return UNKNOWN
    if one.names.isdisjoint(other.names):
        return "none"
    return "some" if len(one.names & other.names) > 1 else "one"


def chain_level(one: Outline, other: Outline) -> str:
    """What `chain` finds, without its sentence."""
    if one.text == other.text:
        return UNKNOWN
    share = edited_share(one, other)
    if share >= EDITED:
        return "copied" if share >= COPIED else "edited"
    if not one.credits.isdisjoint(other.credits):
        return "credit"
    return UNKNOWN if one.voices.isdisjoint(other.voices) else "speaker"


def passage_level(one: Outline, other: Outline) -> str:
    """What `passage` finds of two claims of one report, without its sentence: a bare one goes with what stands before it."""
    gap = other.start - one.end
    if gap < 0:
        return "overlap"
    if gap > PASSAGE:
        return "far"
    full, follows = one.says > 0, other.says > 0
    return "near" if full == follows else "follows" if full else "precedes"


def recall_level(one: Outline, other: Outline) -> str:
    """What `recall` finds, without its sentence."""
    if one.text != other.text or (one.recalled is None) == (other.recalled is None):
        return UNKNOWN
    dating, news = (one, other) if one.recalled is not None else (other, one)
    if dating.start < news.end and news.start < dating.end:
        return "dates_within"
    before = (dating.recalled or 0) <= news.start <= dating.start
    return "dates" if before or 0 <= news.start - dating.end <= CLAUSE else UNKNOWN
