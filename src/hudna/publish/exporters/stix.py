"""Incidents as a STIX 2.1 bundle for platforms that exchange it; needs the extra `stix`, which checks it."""

import importlib
import uuid
from collections.abc import Iterator
from typing import Any

from hudna.errors import InputError
from hudna.model.edition import Edition, What
from hudna.publish.stix_objects import objects_of

DESCRIPTION = "a STIX 2.1 bundle: incidents, parties as identities, places, positions as opinions"
MEDIA_TYPE = "application/stix+json;version=2.1"
ENDING = ".stix.json"
WHAT: tuple[What, ...] = ("incidents",)


def export(_what: What, edition: Edition) -> Iterator[str]:
    """The bundle, checked by the library."""
    stix2 = _library()
    marking = stix2.v21.TLP_WHITE if edition.public else stix2.v21.TLP_AMBER
    objects = [stix2.parse(thing, version="2.1") for thing in objects_of(edition, marking.id)]
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"hudna {edition.as_of} {' '.join(one.id for one in objects)}")
    bundle = stix2.v21.Bundle(objects=[marking, *objects], id=f"bundle--{name}")
    yield bundle.serialize(indent=1, sort_keys=False, ensure_ascii=False) + "\n"


def _library() -> Any:
    try:
        return importlib.import_module("stix2")
    except ModuleNotFoundError as error:
        raise InputError("STIX needs stix2: pip install 'hudna[stix]'") from error
