"""One number sequence for two classes: `cls.last += 1` reads one attribute and writes another."""

from itertools import count


class Invoice:
    last = 0

    @classmethod
    def next_number(cls):
        cls.last += 1
        return cls.last


class CreditNote(Invoice):
    """Shares the invoices' sequence, or so its author thinks."""


class NamedInvoice:
    last = 0

    @classmethod
    def next_number(cls):
        NamedInvoice.last += 1  # the owner of the sequence, whoever asks
        return NamedInvoice.last


class NamedCreditNote(NamedInvoice):
    pass


class CountingInvoice:
    numbers = count(1)

    @classmethod
    def next_number(cls):
        return next(cls.numbers)  # changes the object, and assigns no attribute


class CountingCreditNote(CountingInvoice):
    pass


def issued(*names):
    """The numbers that these classes issue, one after the other."""
    return [globals()[name].next_number() for name in names]


def issued_in_turn(invoice, credit_note):
    return issued(invoice, credit_note, invoice, credit_note)


def with_a_counter_of_its_own(*names):
    return [name for name in names if {"last", "numbers"} & vars(globals()[name]).keys()]


if __name__ == "__main__":
    for prefix in ("", "Named", "Counting"):
        names = (prefix + "Invoice", prefix + "CreditNote")
        print(*names, "in turn:", issued_in_turn(*names))
    print("own a last:", with_a_counter_of_its_own("Invoice", "CreditNote"))
