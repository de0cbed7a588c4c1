"""Books amounts and tells the audit, which needs this module: the second planted fault."""

import shop.infra.audit


def book(cents):
    shop.infra.audit.booked.append(cents)
