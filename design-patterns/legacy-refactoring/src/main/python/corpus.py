"""The corpus: days of orders, and what billing.py answers, recorded from billing.py itself."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import CodeType, ModuleType, SimpleNamespace
from typing import Any

from orders import FEES, Case, odd_days, random_days

GOLDEN = Path(__file__).with_name("golden.jsonl")
BILLING = Path(__file__).with_name("billing.py")
URL = "https://rates.example/CHF"
CRM = "https://crm.example/"
CUSTOMERS = {
    "C1": 'C1;"Cy; & ""Sons""";c1@home.example',
    "C2": "C2;Cleo",
    "C3": "C3;Cas;cas@home.example;since 2009",
}


class Shop:
    """What billing.py takes from the world, in a form that a test decides."""

    def __init__(self, case: Case) -> None:
        self.day = datetime.date.fromisoformat(case["today"])
        self.number = case["dice"]
        self.rates = list(case["rates"])
        self.refused = case["refused"]
        self.events: list[Any] = []

    def today(self) -> datetime.date:
        return self.day

    def dice(self, low: int, high: int) -> int:
        return low + self.number % (high - low + 1)

    def post(self, to: str, text: str) -> None:
        self.events.append([to, text])
        self.refused -= 1
        if self.refused >= 0:
            raise OSError("refused")

    def sleep(self, seconds: int) -> None:
        self.events.append(seconds)

    def fetch(self, url: str) -> str:
        if url.startswith(CRM):
            self.events.append(url)
            return CUSTOMERS[url.removeprefix(CRM)]
        rate = self.rates.pop(0)
        if rate == "down" or url != URL:
            raise OSError("no answer")
        return rate

    def opened(self, module: ModuleType) -> SimpleNamespace:
        """The module's functions: by its seams, if it has them, else by replacing its globals."""
        given = {"today": self.today, "dice": self.dice, "fetch": self.fetch}
        if "today" not in (module.late.__kwdefaults__ or {}):
            shop = self
            clock = type("date", (datetime.date,), {"today": staticmethod(lambda: shop.day)})
            vars(module)["datetime"] = SimpleNamespace(date=clock, timedelta=datetime.timedelta)
            vars(module)["random"] = SimpleNamespace(randint=self.dice)
            vars(module)["get"] = self.fetch
            vars(module)["send"] = self.post
            vars(module)["time"] = SimpleNamespace(sleep=self.sleep)
            return SimpleNamespace(run=module.run, late=module.late, mail=module.mail)
        mailing = {"fetch": self.fetch, "post": self.post, "sleep": self.sleep}
        return SimpleNamespace(
            mail=lambda invoice: module.mail(invoice, **mailing),
            run=lambda order, *notes: module.run(order, *notes, **given),
            late=lambda *args: module.late(*args, today=self.today),
        )


def module_of(text: str, name: str = str(BILLING)) -> ModuleType:
    """The module anew, so that no state is left of what ran before."""
    module = ModuleType("billing_under_test")
    exec(compiled(text, name), vars(module))
    return module


@lru_cache
def compiled(text: str, name: str) -> CodeType:
    return compile(text, name, "exec")


def answers(module: ModuleType, case: Case) -> list[Any]:
    """An answer for each order: its invoice, what was printed, and fees; or an exception's name.

    On a day with a list of notes, each call is given that list, which is an answer, too. The last
    answer is the rest of the day.
    """
    shop = Shop(case)
    functions = shop.opened(module)
    notes: list[list[str]] = [[]] if "list of notes" in case else []
    found = [
        outcome(lambda order=order: answer(shop, functions, order, *notes))
        for order in case["orders"]
    ]
    made = [each[0] for each in found if isinstance(each, list)]
    rest = evening(module, shop, functions, case, made)
    return [*found, *[{"list of notes": each} for each in notes], rest]


def evening(
    module: ModuleType, shop: Shop, functions: SimpleNamespace, case: Case, made: list[Case]
) -> Case:
    """Offers for the same orders, the reports, the mails, and what is read from the file."""
    return {
        "offers": [outcome(lambda order=order: module.offer(order)) for order in case["orders"]],
        "list": module.report(made),
        "csv": module.report(made, "csv"),
        "mailed": [outcome(lambda each=each: functions.mail(each)) for each in made],
        "events": shop.events,
        "failed": module.FAILED,
        "file": outcome(lambda: module.read(case["file"])),
    }


def answer(shop: Shop, functions: SimpleNamespace, order: Case, *notes: list[str]) -> list[Any]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        invoice = functions.run(order, *notes)
    kept = invoice | {"notes": list(invoice["notes"])}  # later orders may add some
    return [kept, printed.getvalue(), fees(shop, functions, invoice)]


def fees(shop: Shop, functions: SimpleNamespace, invoice: Case) -> list[Any]:
    """The fee on each of the days, and once more on the last one, which is today then."""
    days = days_after(invoice)
    asked = [functions.late(invoice, german(day)) for day in days]
    today, shop.day = shop.day, days[-1]
    asked.append(functions.late(invoice))
    shop.day = today
    return asked


def days_after(invoice: Case) -> list[datetime.date]:
    """The days on which fees are asked for."""
    day, month, year = map(int, invoice["due"].split("."))
    due = datetime.date(year, month, day)
    return [due + datetime.timedelta(days=number) for number in FEES]


def german(day: datetime.date) -> str:
    return f"{day.day:02d}.{day.month:02d}.{day.year}"


def outcome(attempt: Callable[[], Any]) -> Any:
    try:
        return attempt()
    except Exception as error:
        return type(error).__name__


def recorded(text: str, cases: list[Case]) -> str:
    """One line for each case. What is not the same twice can be no golden answer."""
    lines = []
    for case in cases:
        first, second = (answers(module_of(text), case) for _ in range(2))
        if first != second:
            raise ValueError(f"two runs, two answers: {case}")
        lines.append(json.dumps({"case": case, "answers": first}, sort_keys=True) + "\n")
    return "".join(lines)


def cases() -> list[Case]:
    return odd_days() + random_days(50)


def golden(path: str | Path = GOLDEN) -> list[Case]:
    """Never written on the way: a corpus that records itself when it is missing is always right."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def differing(text: str, corpus: list[Case], name: str = str(BILLING)) -> list[int]:
    """Which cases of the corpus get another answer from this source."""
    return [
        number
        for number, line in enumerate(corpus)
        if answers(module_of(text, name), line["case"]) != line["answers"]
    ]


def is_as_recorded() -> bool:
    return recorded(source(), cases()) == GOLDEN.read_text(encoding="utf-8")


def without_a_file() -> Any:
    return outcome(lambda: golden(GOLDEN.with_name("nowhere.jsonl")))


def recorded_twice() -> Any:
    """What is said of a source that keeps state from run to run: no answer of it can be kept."""
    text = source().replace(
        "COUNT = [0]", "import corpus\nCOUNT = corpus.__dict__.setdefault('COUNT', [0])"
    )
    return outcome(lambda: recorded(text, cases()[:1]))


def source() -> str:
    return BILLING.read_text(encoding="utf-8")


if __name__ == "__main__":
    import sys

    if sys.argv[1:] == ["record"]:
        GOLDEN.write_text(recorded(source(), cases()), encoding="utf-8")
    print("cases with another answer:", differing(source(), golden()))
