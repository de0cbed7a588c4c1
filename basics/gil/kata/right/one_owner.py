# whole
"""One thread owns the count and serves a queue: nobody else touches it, so nothing is locked."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future


class Stock:
    def __init__(self, pieces: dict[str, int], audit: Callable[[str, int], object]) -> None:
        self.audit = audit
        self.requests: queue.Queue = queue.Queue()
        owner = threading.Thread(target=self.serve, args=(dict(pieces),), daemon=True)
        owner.start()

    def serve(self, pieces: dict[str, int]) -> None:
        while True:
            sku, n, answer = self.requests.get()
            enough = pieces.get(sku, 0) >= n
            if enough:
                pieces[sku] -= n
            answer.set_result(enough)

    def reserve(self, sku: str, n: int) -> bool:
        if n < 1:
            raise ValueError(f"{n} pieces cannot be reserved")
        if not self.ask(sku, n):
            return False
        try:
            self.audit(sku, n)
        except BaseException:
            self.ask(sku, -n)
            raise
        return True

    def ask(self, sku: str, n: int) -> bool:
        answer: Future[bool] = Future()
        self.requests.put((sku, n, answer))
        return answer.result()
