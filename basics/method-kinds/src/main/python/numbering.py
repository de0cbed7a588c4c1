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


def issued(invoice, credit_note):
    """The numbers of an invoice, a credit note, an invoice, and a credit note."""
    return [each.next_number() for each in (invoice, credit_note, invoice, credit_note)]


def by_cls():
    return {
        "issued": issued(Invoice, CreditNote),
        "counters": [each.__name__ for each in (Invoice, CreditNote) if "last" in vars(each)],
    }


def by_name():
    return issued(NamedInvoice, NamedCreditNote)


def by_a_shared_object():
    return issued(CountingInvoice, CountingCreditNote)


if __name__ == "__main__":
    print("cls.last += 1:         ", by_cls())
    print("NamedInvoice.last += 1:", by_name())
    print("next(cls.numbers):     ", by_a_shared_object())
