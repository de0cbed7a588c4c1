"""The same three numbers per reading, in six shapes. The numbers are shared: they cost nothing."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class Plain:
    def __init__(self, sensor: int, hour: int, value: int) -> None:
        self.sensor = sensor
        self.hour = hour
        self.value = value


class Slotted:
    __slots__ = ("hour", "sensor", "value")

    def __init__(self, sensor: int, hour: int, value: int) -> None:
        self.sensor = sensor
        self.hour = hour
        self.value = value


@dataclass(slots=True)
class Data:
    sensor: int
    hour: int
    value: int


class Named(NamedTuple):
    sensor: int
    hour: int
    value: int


def as_dict(sensor: int, hour: int, value: int) -> dict[str, int]:
    return {"sensor": sensor, "hour": hour, "value": value}


SHAPES: dict[str, Callable[[int, int, int], object]] = {
    "dict": as_dict,
    "plain": Plain,
    "slotted": Slotted,
    "data": Data,
    "named": Named,
}


def objects(shape: str, n: int) -> list[object]:
    make = SHAPES[shape]
    return [make(1, 2, 3) for _ in range(n)]


def columns(n: int) -> list[array[int]]:
    return [array("q", [1]) * n, array("q", [2]) * n, array("q", [3]) * n]
