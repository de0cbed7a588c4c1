"""Each plug-in is called in a fixed order, with a copy of its own, and its failures are counted."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Quote = Callable[[dict[str, Any]], Any]


@dataclass
class Plugin:
    name: str
    quote: Quote
    priority: int
    failures: int = 0  # in a row


class Host:
    def __init__(self, strikes: int) -> None:
        self.strikes = strikes
        self.plugins: dict[str, Plugin] = {}

    def register(self, name: str, quote: Quote, priority: int = 0) -> None:
        if name in self.plugins:
            raise ValueError(f"{name} is registered already")
        self.plugins[name] = Plugin(name, quote, priority)

    def ask(self, parcel: dict[str, Any]) -> list[tuple[str, str, Any]]:
        enabled = [plugin for plugin in self.in_order() if not self.is_disabled(plugin)]
        return [self.call(plugin, copy.deepcopy(parcel)) for plugin in enabled]

    def in_order(self) -> list[Plugin]:
        return sorted(self.plugins.values(), key=lambda plugin: (-plugin.priority, plugin.name))

    def call(self, plugin: Plugin, parcel: dict[str, Any]) -> tuple[str, str, Any]:
        try:
            answer = plugin.quote(parcel)
        except KeyboardInterrupt:
            raise  # is meant for the host, not for the plug-in
        except BaseException as failure:
            plugin.failures += 1
            return plugin.name, "failed", failure
        plugin.failures = 0
        return plugin.name, "answered", answer

    def is_disabled(self, plugin: Plugin) -> bool:
        return plugin.failures >= self.strikes

    def disabled(self) -> list[str]:
        return sorted(plugin.name for plugin in self.plugins.values() if self.is_disabled(plugin))

    def enable(self, name: str) -> None:
        self.plugins[name].failures = 0
