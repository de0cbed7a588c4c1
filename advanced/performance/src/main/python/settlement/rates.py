"""The configuration: what a unit of each currency is worth, as JSON."""

import json

from settlement.work import count

TEXT = '{"EUR": 100, "USD": 93, "CHF": 105}'  # euro cents


def parsed(text):
    count("parses")
    return json.loads(text)


def in_euro_before(amounts, text=TEXT):
    return [cents * parsed(text)[currency] // 100 for cents, currency in amounts]


def in_euro_after(amounts, text=TEXT):
    rates = parsed(text)
    return [cents * rates[currency] // 100 for cents, currency in amounts]
