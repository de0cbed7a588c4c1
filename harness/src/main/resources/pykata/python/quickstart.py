"""What a JVM runs while its classes are recorded: what claims import, and a bit of everything.

The more of GraalPy it touches, the more classes later JVMs find in the archive.
"""

import ast
import asyncio
import contextlib
import dataclasses
import decimal
import gc
import importlib
import inspect
import json
import pickle
import re
import threading
import traceback
import weakref

MORE = """
abc argparse array base64 bisect collections.abc concurrent.futures contextvars copy csv datetime
enum fractions functools hashlib heapq http.client http.server importlib.metadata io itertools
linecache logging math operator os pathlib queue random runpy selectors shutil signal socket
statistics string struct subprocess tempfile textwrap time tokenize tracemalloc types typing
unittest.mock urllib.parse uuid warnings
"""

for name in MORE.split():
    importlib.import_module(name)


@dataclasses.dataclass(frozen=True)
class Line:
    sku: str
    cents: decimal.Decimal

    def times(self, pieces: int) -> decimal.Decimal:
        return (self.cents * pieces).quantize(decimal.Decimal("0.01"))


class Basket:
    __slots__ = ("__weakref__", "lines")

    def __init__(self, *lines):
        self.lines = [*lines]

    def __iter__(self):
        yield from self.lines

    @property
    def total(self):
        return sum(line.times(2) for line in self if line.cents)

    @classmethod
    def of(cls, text):
        return cls(*(Line(sku, decimal.Decimal(cents)) for sku, cents in json.loads(text).items()))


def fail():
    try:
        return {}["missing"] / 0
    except KeyError as error:
        raise ValueError(f"no {error!s:>10}") from error


async def wait():
    await asyncio.sleep(0)
    return await asyncio.gather(*(asyncio.sleep(0, number) for number in range(2)))


def touch():
    basket = Basket.of('{"LAMP": "49.99", "KÄSE": "4.35"}')
    assert str(basket.total) == "108.68", basket.total
    with contextlib.suppress(ValueError), threading.Lock():
        fail()
    try:
        fail()
    except ValueError as error:
        assert "fail" in "".join(traceback.format_exception(error))
    threads = [threading.Thread(target=gc.collect) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert re.sub(r"(\w+)-(?P<digits>\d{2,})", r"\g<digits>", "lamp-42") == "42"
    assert asyncio.run(wait()) == [0, 1]
    assert ast.unparse(ast.parse("x = {1: [2, *y]}")) == "x = {1: [2, *y]}"
    assert len(pickle.dumps(sorted({3, 1, 2}))) > inspect.isfunction(fail)
    assert weakref.ref(basket)() is basket


touch()
