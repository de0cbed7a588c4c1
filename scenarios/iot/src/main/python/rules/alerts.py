"""When to raise an alarm: plug-ins, each a function with `@rule` above it.

A rule is asked about one reading: its value, the device's smoothed mean, and whether this rule's
alert is open already. It answers whether the alert should be open now. A rule that opens at 80
degrees and closes below 75 does not flutter when the value sways around 80 (hysteresis).

At most one alert of a device is open at a time. Its state is the number of the rule that opened
it, in the order of this file, from 1; 0 is none.
"""

from __future__ import annotations

from collections.abc import Callable

Rule = Callable[[float, float, bool], bool]
RULES: list[Rule] = []
ALERT = 4  # where the state is, in the device's whole numbers


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


@rule
def overheated(value: float, mean: float, is_open: bool) -> bool:
    return mean >= (75.0 if is_open else 80.0)


@rule
def frozen(value: float, mean: float, is_open: bool) -> bool:
    return value <= (2.0 if is_open else 0.0)


def after(alert: int, value: float, mean: float) -> int:
    """The alert that is open after this reading. One whose rule was taken away closes."""
    if alert:
        stays = alert <= len(RULES) and RULES[alert - 1](value, mean, True)
        return alert if stays else 0
    for number in range(len(RULES)):
        if RULES[number](value, mean, False):
            return number + 1
    return 0
