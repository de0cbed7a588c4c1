# caught by: two threads cannot both get the last piece
# Each call makes a lock of its own, which nobody else ever waits for.

import threading


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit

    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(n)
        with threading.Lock():
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
        try:
            self.audit(sku, n)
        except BaseException:
            with threading.Lock():
                self.pieces[sku] += n
            raise
        return True
