# caught by: an audit may wait for another reservation
# Everybody waits for one slow audit; an audit that waits for another reservation deadlocks.

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
            self.audit(sku, n)
            self.pieces[sku] -= n
            return True
