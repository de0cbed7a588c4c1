# caught by: an audit may wait for another reservation
# Everybody waits for one slow audit; an audit that waits for another reservation deadlocks.

import threading


class Stock(Stock):
    def __init__(self, pieces, audit):
        super().__init__(pieces, audit)
        self.one_at_a_time = threading.RLock()

    def reserve(self, sku, n):
        with self.one_at_a_time:
            return super().reserve(sku, n)
