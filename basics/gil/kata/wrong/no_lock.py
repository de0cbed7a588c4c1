# caught by: two threads cannot both get the last piece
# "The GIL makes it safe": both threads see the last piece before either takes it.


class Stock:
    def __init__(self, pieces, audit):
        self.pieces = dict(pieces)
        self.audit = audit

    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(n)
        if self.pieces.get(sku, 0) < n:
            return False
        self.pieces[sku] -= n
        try:
            self.audit(sku, n)
        except BaseException:
            self.pieces[sku] += n
            raise
        return True
