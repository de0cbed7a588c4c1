# caught by: two threads cannot both get the last piece
# Checks under the lock and takes under the lock, but lets go of it in between.

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
            enough = self.pieces.get(sku, 0) >= n
        if not enough:
            return False
        with self.lock:
            self.pieces[sku] -= n
        try:
            self.audit(sku, n)
        except BaseException:
            with self.lock:
                self.pieces[sku] += n
            raise
        return True
