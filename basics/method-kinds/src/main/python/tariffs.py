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


def bills_at_night(kwh):
    night = NightTariff()
    return {
        "self": night.bill(kwh),
        "cls": NightTariff.quote(kwh),
        "name": night.bill_by_name(kwh),
    }


if __name__ == "__main__":
    for called_through, cents in bills_at_night(10).items():
        print(f"10 kWh at night, rate called through {called_through}:", cents)
