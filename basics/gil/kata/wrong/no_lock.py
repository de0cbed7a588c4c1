# caught by: two threads cannot both get the last pieces
# "The GIL makes it safe": both threads see the last pieces before either takes them.


class Stock(Stock):
    def take(self, sku, n):
        if self.pieces.get(sku, 0) < n:
            return False
        self.pieces[sku] -= n
        return True
