"""Makes src/hudna/knowledge/languages/en/wide-classes.yml: nouns of WordNet by class, beside those of classes.yml.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb FOLDER
    pip install wordfreq                 # only to leave rare words out
    python tools/build_word_classes.py FOLDER/usr/share/wordnet

A word is in a class where its first, most frequent sense as a noun lies below one of the class's synsets ("person.1" is the
first sense of "person"), it is one word, and it is not a rare one. A word that is more often verb or adjective is left out,
and so are the words of REFUSED, whose usual sense in reports is another.
"""

import sys
from pathlib import Path

from wordfreq import zipf_frequency

from hudna.knowledge.classes import known_class
from hudna.knowledge.files import language_folder

TARGET = language_folder("en") / "wide-classes.yml"
# About one word in ten million; below it lie words that reports do not use.
RAREST = 2.3

# Class → synsets whose words it takes, and synsets below these that it leaves.
CLASSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "person": (("person.1",), ("ballplayer.1", "athlete.1")),
    "civilians": (
        ("person.1", "crowd.1", "family.1", "household.1", "audience.1"),
        (
            "athlete.1",
            "military_personnel.2",
            "combatant.1",
            "official.1",
            "head_of_state.1",
            "politician.1",
            "criminal.1",
            "legislature.1",
            "court.1",
        ),
    ),
    "troops": (("military_personnel.2", "military_unit.1"), ()),
    "soldiers": (("military_personnel.2", "military_unit.1"), ()),
    "armed": (
        (
            "military_personnel.2",
            "military_unit.1",
            "raider.1",
            "robber.1",
            "murderer.1",
            "revolutionist.1",
            "kidnapper.1",
        ),
        ("peacekeeper.1",),
    ),
    "officials": (
        (
            "official.1",
            "head_of_state.1",
            "politician.1",
            "politician.2",
            "legislator.1",
            "negotiator.1",
            "administrator.1",
        ),
        ("school_principal.1",),
    ),
    "diplomats": (("diplomat.1", "negotiator.1"), ()),
    "crowd": (("worker.1", "crowd.1"), ("military_personnel.2", "official.1", "legislature.1", "court.1")),
    "body": (("organization.1",), ("enterprise.2", "military_unit.1")),
    "detainee": (("prisoner.1",), ()),
    "weapons": (
        ("weapon.1", "ammunition.1", "explosive.1", "explosive_device.1"),
        ("projectile.1", "tear_gas.1"),
    ),
    "vehicles": (("vehicle.1",), ("aircraft.1", "military_vehicle.1")),
    "aircraft": (("aircraft.1",), ()),
    "facility": (
        (
            "building.1",
            "facility.1",
            "institution.2",
            "shelter.1",
            "depository.1",
            "tract.1",
            "fortification.1",
        ),
        ("athletic_field.1",),
    ),
    "homes": (("building.1", "housing.1", "dwelling.1", "shop.1"), ()),
    "infrastructure": (("facility.1", "way.6", "bridge.1", "tower.1", "conduit.1"), ()),
    "settlement": (
        (
            "municipality.1",
            "settlement.6",
            "settlement.2",
            "district.1",
            "town.1",
            "residential_district.1",
            "hamlet.3",
            "village.2",
            "city.1",
            "island.1",
            "mountain.1",
            "valley.1",
        ),
        (),
    ),
    "pact": (("agreement.1",), ()),
    "talks": (("meeting.1", "conference.1", "negotiation.1"), ()),
    "livestock": (("domestic_animal.1", "livestock.1", "poultry.1", "bovid.1"), ()),
    "way": (("way.6", "bridge.1", "passage.1"), ()),
}
# Class → classes whose words, as classes.yml has them, it leaves out: no armed man is a civilian, though he is a person.
APART: dict[str, tuple[str, ...]] = {
    "person": ("armed", "troops", "soldiers", "rebels", "weapons"),
    "civilians": ("armed", "troops", "soldiers", "rebels", "officials", "diplomats", "weapons"),
    "crowd": ("armed", "troops", "soldiers", "rebels", "officials", "diplomats"),
}
# Pronouns, and words whose usual sense in reports is another than the first of WordNet.
REFUSED = frozenset(
    """anybody anyone everybody everyone nobody somebody someone whoever other same self great white black national modern
    natural federal common double extra heavy anti breaker killer star figure model runner winner loser lead second third
    threat hope love honey angel devil ghost witness power influence force authority head body face voice hand eye heart
    conference diplomacy community grade gallery gathering forum contingent convention couple cohort crossroads feast hamlet
    mixer turnout meeting bargaining arbitration haggling wrangling concession conspiracy escrow franchise bargain contract
    acc ang reb johnny fodder uriah potemkin blucher bravo torpedo wac ripper infanticide liquidator men minors majors brethren
    branch strings staff personnel manpower nation country council ally allies authorities bastion alignment links lead
    field site terrain tract transportation sampler tee stalls repertory steps tube barrel pipe portal transition segue hall
    aisle ladder capillary catheter cannula stent calumet hookah shisha chicha silencer conduit chimney gutter cul mall
    fairway infield outfield rink lawn garden ley glade clearing prairie savanna meadow veld oasis rookery topiary""".split()
)


class WordNet:
    """The nouns of a WordNet database folder."""

    def __init__(self, folder: Path) -> None:
        self._below: dict[str, list[str]] = {}
        self._senses: dict[str, list[str]] = {}
        for line in _lines(folder / "data.noun"):
            offset, words, rest = line[0], int(line[3], 16), line[4:]
            pointers = rest[2 * words + 1 :]
            self._below[offset] = [
                pointers[4 * i + 1] for i in range(int(rest[2 * words])) if pointers[4 * i] == "~"
            ]
        for line in _lines(folder / "index.noun"):
            self._senses[line[0]] = line[6 + int(line[3]) :]
        self._uses = _uses(folder / "cntlist.rev")

    def first_senses(self, within: tuple[str, ...], without: tuple[str, ...]) -> set[str]:
        """Single words whose first sense lies below some synsets and not below others."""
        left = frozenset(map(self._synset, without))
        held: set[str] = set()
        stack = [self._synset(name) for name in within]
        while stack:
            synset = stack.pop()
            if synset not in held and synset not in left:
                held.add(synset)
                stack.extend(self._below[synset])
        return {word for word, senses in self._senses.items() if senses[0] in held and self._is_noun(word)}

    def _synset(self, name: str) -> str:
        word, number = name.rsplit(".", 1)
        return self._senses[word][int(number) - 1]

    def _is_noun(self, word: str) -> bool:
        noun, other = self._uses.get(word, (0, 0))
        return word.replace("-", "").isalpha() and len(word) > 2 and noun >= other


def _lines(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8")
    return [line.split("|")[0].split() for line in text.splitlines() if not line.startswith("  ")]


def _uses(path: Path) -> dict[str, tuple[int, int]]:
    """Word → how often it was a noun, and how often another part of speech, in texts with senses marked."""
    found: dict[str, tuple[int, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        word, part = key.split("%")
        noun, other = found.get(word, (0, 0))
        is_noun = part.startswith("1:")
        found[word] = (noun + int(count) * is_noun, other + int(count) * (not is_noun))
    return found


def main(folder: Path) -> None:
    """Write the file and say how many words each class has."""
    wordnet = WordNet(folder)
    parts = []
    for name, (within, without) in CLASSES.items():
        others = frozenset().union(*(known_class("en", other) for other in APART.get(name, ())))
        found = wordnet.first_senses(within, without) - REFUSED - others - known_class("en", name)
        words = sorted(word for word in found if zipf_frequency(word, "en") >= RAREST)
        print(name, len(words))
        parts.append(f"{name}: [{', '.join(words)}]\n")
    head = "# Made by tools/build_word_classes.py from WordNet 3.0 (see NOTICE): words beside those of classes.yml.\n"
    TARGET.write_text(head + "\n".join(map(_wrapped, parts)), encoding="utf-8")


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, 118, subsequent_indent="  ", break_on_hyphens=False)) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
