# caught by: two threads cannot both get the last pieces
# Each call makes a lock of its own, which nobody else ever waits for.

import threading


class Stock(Stock):
    def take(self, sku, n):
        with threading.Lock():
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
            return True
