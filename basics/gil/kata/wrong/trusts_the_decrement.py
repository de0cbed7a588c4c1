# caught by: two threads cannot both get the last piece
# Takes first and looks afterwards, as if `-=` were one step: it reads, subtracts, and writes.


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit

    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(n)
        if sku not in self.pieces:
            return False
        self.pieces[sku] -= n
        if self.pieces[sku] < 0:
            self.pieces[sku] += n
            return False
        try:
            self.audit(sku, n)
        except BaseException:
            self.pieces[sku] += n
            raise
        return True
