"""Any distribution may have a part of the page: the settings name them."""

from importlib import import_module

from acme.web._settings import PARTS


def parts():
    return [import_module(f"acme.{name}.api").summary for name in PARTS]
