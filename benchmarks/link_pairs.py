"""What comparing two claims costs, without a store and without asking what words mean.

    python benchmarks/link_pairs.py [--reports N]

Claims of the made-up stream (link_stream.py) are compared with those that share a key, as when a report
comes in, and with claims far from them, as when clusters are joined. The least of several rounds is
printed, in microseconds a pair, of one core: it moves little when others share the machine.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice

from link_stream import World

from hudna.link.candidates import keys_of
from hudna.link.facets import Faced
from hudna.link.score import Scorer
from hudna.model.told import Told
from hudna.pipeline import linking_stage

ROUNDS = 12
# A step over the claims that meets none twice soon.
STRIDE, FAR = 7919, 8
Pairs = list[tuple[int, int]]


def cost(compare: Callable[[Faced, Faced], object], faced: list[Faced], pairs: Pairs) -> float:
    """Microseconds a pair."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for one, other in pairs:
            compare(faced[one], faced[other])
        rounds.append(time.process_time() - start)
    return 1e6 * min(rounds) / len(pairs)


def pairs_of(faced: list[Faced], scorer: Scorer) -> Pairs:
    """Those that share a key."""
    filed: dict[int, list[int]] = defaultdict(list)
    found: Pairs = []
    for number, one in enumerate(faced):
        keys = keys_of(one.outline, scorer.roots)
        found += [(number, other) for other in sorted({o for key in keys.sought for o in filed.get(key, ())})]
        for key in keys.filed:
            filed[key].append(number)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=600)
    given = parser.parse_args()
    world = World()
    stage = linking_stage(known=world.known)
    scorer = Scorer(stage.scorer.roots, stage.scorer.weights, lambda _one, _other: 0.3)
    faced = [
        scorer.faced(telling.outline)
        for coded in islice(world.reports(10**9), given.reports)
        for telling, _ in stage.tellings([Told(claim, coded.report) for claim in coded.claims])
        if telling.outline
    ]
    near = pairs_of(faced, scorer)
    far = [(one, (one * STRIDE + 13) % len(faced)) for one in range(len(faced)) for _ in range(FAR)]
    print(
        f"is it enough to join, {len(near)} pairs that share a key   {cost(scorer.reaching, faced, near):6.2f} µs"
    )
    print(
        f"the sum, the same pairs                             {cost(scorer.score_faced, faced, near):6.2f} µs"
    )
    print(
        f"the sum, {len(far)} pairs far apart                     {cost(scorer.score_faced, faced, far):6.2f} µs"
    )


if __name__ == "__main__":
    main()
