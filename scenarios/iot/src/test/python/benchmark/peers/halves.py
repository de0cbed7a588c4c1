"""Time the second half of a run: the first warms up what there is to warm up."""

from __future__ import annotations

import time


class Halves:
    def __init__(self, readings: int) -> None:
        self.readings = readings
        self.done = 0
        self.since = 0
        self.cpu = self.wall = 0.0

    def add(self, readings: int) -> None:
        self.done += readings
        if self.since == 0 and self.done >= self.readings // 2:
            self.since = self.done
            self.cpu, self.wall = time.process_time(), time.perf_counter()

    def is_over(self) -> bool:
        return self.done >= self.readings

    def seen(self, accepted: int) -> dict[str, float]:
        measured = self.done - self.since
        return {
            "readings": self.done,
            "accepted": accepted,
            "micros": (time.process_time() - self.cpu) / measured * 1e6,
            "rate": measured / (time.perf_counter() - self.wall),
        }
