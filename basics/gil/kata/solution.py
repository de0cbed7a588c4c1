"""Check and take are one step under one lock; the audit happens outside of it."""

import threading
from collections.abc import Callable


class Stock:
    def __init__(self, pieces: dict[str, int], audit: Callable[[str, int], object]) -> None:
        self.pieces = dict(pieces)
        self.audit = audit
        self.lock = threading.Lock()

    def reserve(self, sku: str, n: int) -> bool:
        if n < 1:
            raise ValueError(f"{n} pieces cannot be reserved")
        if not self.take(sku, n):
            return False
        try:
            self.audit(sku, n)  # may block: nobody must have to wait for it
        except BaseException:
            self.give_back(sku, n)
            raise
        return True

    def take(self, sku: str, n: int) -> bool:
        with self.lock:
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
            return True

    def give_back(self, sku: str, n: int) -> None:
        with self.lock:
            self.pieces[sku] += n
