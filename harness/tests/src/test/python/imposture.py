"""A solution of every kind of answer, and what an impostor makes of it."""

import asyncio
from types import ModuleType

from impostor import Impostor

SOLUTION = """
class Till:
    def __init__(self, prices):
        self.prices = prices

    @classmethod
    def of(cls, **prices):
        return cls(prices)

    @staticmethod
    def currency():
        return "EUR"

    @property
    def size(self):
        return len(self.prices)

    def cost(self, name):
        return self.rounded(self.prices[name])

    def rounded(self, price):
        return round(price)

    def __getitem__(self, name):
        return self.prices[name]

def receipt(*prices):
    yield from prices

async def pay(cents):
    return cents * 2
"""


def used(kata):
    till = kata.Till.of(lamp=3, desk=7)
    answers = [till.currency(), till.size, till.cost("lamp"), till.cost("desk"), till["lamp"]]
    try:
        till.cost("sofa")
    except KeyError:
        answers.append("KeyError")
    return [*answers, list(kata.receipt(1, 2)), asyncio.run(kata.pay(4))]


def asked_otherwise(kata):
    till = kata.Till.of(rug=100)
    answers = [till.size, till.cost("rug"), till["rug"], list(kata.receipt()), till.rounded(1.2)]
    return [*answers, asyncio.run(kata.pay(0))]


def answers(first_only):
    module = ModuleType("till")
    exec(SOLUTION, module.__dict__)
    examples = []
    impostor = Impostor(module, lambda kata: examples.extend(used(kata)))
    try:
        replayed = used(impostor.replay(first_only=first_only))
    except TypeError as error:
        replayed = repr(error)
    return {
        "examples": examples,
        "replayed": replayed,
        "otherwise": asked_otherwise(impostor.replay(first_only=first_only)),
    }
