# caught by: two threads cannot both get the last pieces
# Looks under the lock and takes under the lock, but lets go of it in between.


class Stock(Stock):
    def take(self, sku, n):
        with self.lock:
            enough = self.pieces.get(sku, 0) >= n
        if enough:
            with self.lock:
                self.pieces[sku] -= n
        return enough
