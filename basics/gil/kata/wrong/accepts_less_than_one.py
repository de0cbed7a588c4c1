# caught by: less than one piece is a ValueError
# Reserving -2 pieces adds two to the stock.

import threading


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit
        self.lock = threading.Lock()

    def reserve(self, sku, n):
        with self.lock:
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
        try:
            self.audit(sku, n)
        except BaseException:
            with self.lock:
                self.pieces[sku] += n
            raise
        return True
