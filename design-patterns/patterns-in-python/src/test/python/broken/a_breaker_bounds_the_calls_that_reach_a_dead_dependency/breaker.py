"""When it tries again, it lets everybody try."""


class Breaker(Breaker):
    def admit(self):
        period = super().admit()
        self.is_trying = False
        return period
