"""Learn which sentences are put before people though nothing was coded from them.

    python tools/train_proposals.py [GOLD]

Learns from every sentence of the dev halves under GOLD (gold/): does a required judged
event stand in it, told as having happened? Weights that were learned without a report
say how well it is read. Writes knowledge/proposals.yml; `hudna evaluate --set proposals`
prints the figures again, with those of the locked half.
"""

import sys
from pathlib import Path
from zlib import crc32

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from hudna.evaluate.proposals import FOLDS, learned, likeness_apart, seen, tried
from hudna.knowledge.proposing import FILE, load_proposing

GOLD = Path(__file__).parent.parent / "gold"


def main() -> None:
    """Write the weights and say how they were found."""
    rule = load_proposing()
    sentences = list(seen(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD, "dev", rule))
    weights = learned(sentences)
    apart = likeness_apart(sentences, [crc32(one.report.encode()) % FOLDS for one in sentences])
    found = tried(sentences, apart, rule.least)
    how = (
        f"tools/train_proposals.py on {len(sentences)} sentences of gold/*/dev; each report read without it: "
        f"{found.right} of {found.proposed} proposals right, of {found.missed} sentences missed"
    )
    content = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    content |= {
        "how": how,
        "start": round(weights[0] * 1000),
        "weights": [round(one * 1000) for one in weights[1:]],
    }
    head = FILE.read_text(encoding="utf-8").split("how:")[0]
    FILE.write_text(
        head
        + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=140, default_flow_style=None),
        encoding="utf-8",
    )
    print(how)


if __name__ == "__main__":
    main()
