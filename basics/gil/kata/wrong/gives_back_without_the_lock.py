# caught by: giving back loses no other thread's reservation
# The way back changes the stock too: a reservation between its read and its write is lost.

import threading


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit
        self.lock = threading.Lock()

    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(n)
        with self.lock:
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
        try:
            self.audit(sku, n)
        except BaseException:
            self.pieces[sku] += n
            raise
        return True
