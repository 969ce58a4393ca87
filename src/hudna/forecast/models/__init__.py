"""The models; every module of this folder with a NAMES is one or a family of them.

A model is a function from a `Task` to quantiles: cases (ordered by lead, then unit) ×
the levels of `training.LEVELS`, in deaths, not yet rounded. Models that need packages
of the extra `forecast` import them when called and say what to install.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from types import ModuleType

from hudna.errors import InputError
from hudna.forecast.training import Numbers, Task

Model = Callable[[Task], Numbers]


@cache
def find_models() -> Mapping[str, Model]:
    """The models by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {name: model for module in modules for name, model in getattr(module, "NAMES", {}).items()}


def model_named(name: str) -> Model:
    """The model of that name, or an error that lists the known ones."""
    models = find_models()
    if name not in models:
        raise InputError(f"there is no forecasting model '{name}'; known: {', '.join(sorted(models))}")
    return models[name]


def needed(package: str, model: str) -> ModuleType:
    """The package, or a sentence on how to get it."""
    try:
        return importlib.import_module(package)
    except ModuleNotFoundError as error:
        raise InputError(
            f"the model '{model}' needs {error.name}: pip install 'hudna[forecast]'; "
            "without it the models conflictology-12, conflictology-24 and hurdle work"
        ) from error
