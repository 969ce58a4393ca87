"""One module a family of addresses; each has a `router`, and being here is being registered."""

import pkgutil
from importlib import import_module

from fastapi import APIRouter


def all_routers() -> list[APIRouter]:
    """The routers of this folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [import_module(f"{__name__}.{name}").router for name in names]
