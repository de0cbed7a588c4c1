# caught by: a reservation is audited once, a refused one never
# The audit is told before it is known whether the pieces are there.

import threading


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit
        self.lock = threading.Lock()

    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(n)
        self.audit(sku, n)
        with self.lock:
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
        return True
