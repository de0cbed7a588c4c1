"""Mistakes of which mypy's defaults report nothing, and callers that are right."""

import annotationlib  # noqa: F401, which is new in 3.14
import json


def read(sku: str) -> str:
    return sku


# bug: a length and a text
def load(sku):
    return json.loads(read(sku))


def total(rows):
    return len(rows) + "EUR"


# bug: an attribute of a dict
def price(sku: str) -> int:
    return load(sku).cents


# bug: none, through a bare decorator
def logged(function):
    def logging(*arguments):
        return function(*arguments)

    return logging


@logged
def postage(grams: int) -> int:
    return grams


def postage_of_a_number() -> int:
    return postage(500)


# bug: none, an item of JSON
def label(text: str) -> str:
    return json.loads(text)["note"].upper()
