# caught by: an audit that fails gives the pieces back
# KeyboardInterrupt and SystemExit are no Exception: the pieces that nobody has are gone.


class Stock(Stock):
    def reserve(self, sku, n):
        if n < 1:
            raise ValueError(f"{n} pieces cannot be reserved")
        if not self.take(sku, n):
            return False
        try:
            self.audit(sku, n)
        except Exception:
            self.give_back(sku, n)
            raise
        return True
