# caught by: an audit that fails gives the pieces back
# The caller is told that pieces are missing, and never learns that the audit failed.

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
        except Exception:
            with self.lock:
                self.pieces[sku] += n
            return False
        return True
