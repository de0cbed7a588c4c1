"""Any distribution may have a part of the page: the settings name them."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from acme.web._settings import PARTS


def parts() -> list[Callable[[Any], str]]:
    return [import_module(f"acme.{name}.api").summary for name in PARTS]
