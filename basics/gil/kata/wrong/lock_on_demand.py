# caught by: two threads cannot both get the last pieces
# Two threads can both find that there is no lock yet. Each makes one, and neither waits.

import threading


class Stock(Stock):
    def __init__(self, pieces, audit):
        super().__init__(pieces, audit)
        self.locks = {}

    def take(self, sku, n):
        if sku not in self.locks:
            self.locks[sku] = threading.Lock()
        with self.locks[sku]:
            if self.pieces.get(sku, 0) < n:
                return False
            self.pieces[sku] -= n
            return True
