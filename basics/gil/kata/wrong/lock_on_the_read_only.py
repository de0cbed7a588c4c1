# caught by: two threads cannot both get the last piece
# What was read under the lock is out of date as soon as the lock is let go.

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
            left = self.pieces.get(sku, 0)
        if left < n:
            return False
        self.pieces[sku] = left - n
        try:
            self.audit(sku, n)
        except BaseException:
            with self.lock:
                self.pieces[sku] += n
            raise
        return True
