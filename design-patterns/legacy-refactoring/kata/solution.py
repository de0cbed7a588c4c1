"""Three copies of the argument, one outcome each, and the old one goes to the caller."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from operator import eq
from typing import Any

Outcome = tuple[str, Any]


def coin() -> bool:
    return random.random() < 0.5


class Experiment:
    def __init__(
        self,
        old: Callable[[Any], Any],
        new: Callable[[Any], Any],
        report: Callable[[Any, Outcome, Outcome], None],
        *,
        same: Callable[[Any, Any], bool] = eq,
        new_first: Callable[[], bool] = coin,
    ) -> None:
        self.old = old
        self.new = new
        self.report = report
        self.same = same
        self.new_first = new_first

    def run(self, argument: Any) -> Any:
        before, given = deepcopy(argument), deepcopy(argument)
        if self.new_first():
            new = self.outcome(self.new, given)
            old = self.outcome(self.old, argument)
        else:
            old = self.outcome(self.old, argument)
            new = self.outcome(self.new, given)
        if not self.agree(old, new):
            self.tell(before, old, new)
        kind, what = old
        if kind == "raises":
            raise what
        return what

    def outcome(self, code: Callable[[Any], Any], argument: Any) -> Outcome:
        try:
            return "gives", code(argument)
        except Exception as error:
            return "raises", error

    def agree(self, old: Outcome, new: Outcome) -> bool:
        if old[0] != new[0]:
            return False
        if old[0] == "raises":
            return type(old[1]) is type(new[1])
        try:
            return bool(self.same(old[1], new[1]))
        except Exception:
            return False

    def tell(self, argument: Any, old: Outcome, new: Outcome) -> None:
        with suppress(Exception):  # a log that is full is no reason to sell nothing
            self.report(argument, old, new)
