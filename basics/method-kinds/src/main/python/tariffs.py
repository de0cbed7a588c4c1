"""A static method is overridden like any other, unless the call names the class."""


class Tariff:
    @staticmethod
    def cents_per_kwh():
        return 30

    def bill(self, kwh):
        return kwh * self.cents_per_kwh()

    def bill_by_name(self, kwh):
        return kwh * Tariff.cents_per_kwh()

    @classmethod
    def quote(cls, kwh):
        return kwh * cls.cents_per_kwh()


class NightTariff(Tariff):
    @staticmethod
    def cents_per_kwh():
        return 20


def bills(name, kwh):
    """The bill of a tariff, by the way in which it calls its rate."""
    tariff = globals()[name]()
    return {
        "self": tariff.bill(kwh),
        "cls": type(tariff).quote(kwh),
        "name": tariff.bill_by_name(kwh),
    }


def overridden():
    """The methods that NightTariff writes, and their kinds."""
    return {name: type(each).__name__ for name, each in vars(NightTariff).items() if callable(each)}


if __name__ == "__main__":
    for name in ("Tariff", "NightTariff"):
        print(f"{name}, 10 kWh, the rate called through:", bills(name, 10))
