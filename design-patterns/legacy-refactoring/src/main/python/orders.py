"""The corpus's inputs: days of the shop, by a seeded random choice, and odd ones by hand."""

from __future__ import annotations

import random
from typing import Any

Case = dict[str, Any]

DAYS = ["2025-12-24", "2025-12-25", "2025-12-01", "2025-11-30", "2026-01-02", "2026-01-03"]
ARTICLES = ["LAMP", "SOFA", "BOOK", "CORD", "VASE", "LAMP", "BOOK", "VASE", "GONE"]
QUANTITIES = [1, 2, 4, 8, 9, 10, 11, 25, 99, 100, 101]
RATES = ["0.9412", "1.0377", "down"]
FEES = [-1, 3, 4, 14, 15, 30, 31, 400]  # asked so many days after the invoice was due


def order(customer: str, lines: list[list[Any]], **others: Any) -> Case:
    kind = {"type": "P", "country": "DE", "express": False}
    return kind | {"cust": customer, "lines": lines} | others


def day(*orders: Case, today: str = "2025-11-03", rates: tuple[str, ...] = ("0.9412",)) -> Case:
    """The mail server refuses no mail, and the file of the day holds no orders."""
    case = {"today": today, "dice": 6, "rates": [*rates, "1.5"], "orders": list(orders)}
    return case | {"refused": 0, "file": ""}


def random_order(dice: random.Random) -> Case:
    lines = [
        [dice.choice(ARTICLES), dice.choice(QUANTITIES)] for _ in range(dice.choice([1, 1, 2, 3]))
    ]
    made = order(
        dice.choice(["C1", "C2"]),
        lines,
        type=dice.choice("PPBBS"),
        country=dice.choice(["DE", "DE", "AT", "CH", "US"]),
        express=dice.random() < 0.4,
    )
    code = dice.choice([None, "LUCKY", "XMAS", "STAFF", "OLD"])
    return made if code is None else made | {"code": code}


def random_day(dice: random.Random) -> Case:
    orders = [random_order(dice) for _ in range(dice.choice([1, 2, 3]))]
    made = day(*orders, today=dice.choice(DAYS), rates=(dice.choice(RATES),))
    return made | {"dice": dice.randrange(20)}


def random_days(number: int, seed: int = 2009) -> list[Case]:
    dice, more = random.Random(seed), random.Random(seed)
    return [evening(random_day(dice), more) for _ in range(number)]


def evening(made: Case, dice: random.Random) -> Case:
    """The mails that are refused first, and the orders as a file, some of it in quotes."""
    lines = [";".join(quoted(each, dice) for each in fields(order)) for order in made["orders"]]
    return made | {"refused": dice.choice([0, 1, 2, 3, 4, 7]), "file": "\n".join(lines)}


def fields(order: Case) -> list[str]:
    numbers = [str(each).replace(".", ",") for line in order["lines"] for each in line]
    express = "y" if order["express"] else "n"
    code = order.get("code", "")
    return [order["type"], order["cust"], order["country"], express, code, *numbers]


def quoted(field: str, dice: random.Random) -> str:
    return f'"{field}"' if dice.random() < 0.2 else field


FILES = [
    '# orders of the day\n\nP;C1;DE;n;;LAMP;2\n  \nB;C2;AT;y;XMAS;CORD;10,5;"VASE";"1"\n',
    'P;"Ann ""the boss"" Bell";DE;n;;"A;B";1;"";2',  # quotes and semicolons in quotes
    'P;say "hi";DE;n;"";5" VASE;1;6" VASE;2',  # quotes in the middle of a field
    "P;C1;DE;yes;;LAMP",  # an article without a number
    "P;C1;DE\nP;C2;DE;n;;LAMP;1",
    "P;C1;DE;n;;LAMP;many",
    ' P;C1;DE;y;\r\n"P;C2";DE;n;;LAMP;3',
]


def mailed() -> list[Case]:
    """Whose mails are refused, who has no address, and whom the server does not know."""
    two = [order("C1", [["LAMP", 1]]), order("C1", [["LAMP", 2]], country="CH")]
    names = ["C2", "C2", "nobody", "C1"]
    return [
        *[day(*two) | {"refused": number} for number in (2, 3, 5, 6)],
        day(*[order(each, [["CORD", 5]]) for each in names]),
        day(*[order("C1", [[each, 1]]) for each in ("A;B", '5" VASE', "GONE")])
        | {"list of notes": "given"},
        day(order("C1", [['5" VASE', 1]])),
        day(*[order("C1", [[each, 100]], type=kind) for kind in "PB" for each in ("VASE", "BOOK")]),
        day(*[order("C1", [["SOFA", 101], ["LAMP", 10]], type=kind) for kind in "PB"]),
    ]


def at_limits_of_weight(country: str) -> Case:
    """5 and 20 kilos, and half a kilo more."""
    lines = [[["VASE", number], ["CORD", more]] for number in (2, 8) for more in (0, 50)]
    return day(
        *[
            order("C1", each, country=country, express=express, type="B")
            for each in lines
            for express in (True, False)
        ]
    )


def odd_days() -> list[Case]:
    """What random choice misses: values at a limit, and orders that nobody should send."""
    ten_vases = order("C1", [["VASE", 10]], type="B")
    return [
        day(*[ten_vases] * 5, order("C1", [["LAMP", 1]], type="B")),  # a turnover of 1250
        day(*[ten_vases] * 4, *[order("C1", [["LAMP", 1]], type="B")] * 2),  # of 1000, and more
        day(*[ten_vases] * 4, *[order("C1", [[each, 4]], type="B") for each in ("CORD", "LAMP")]),
        day(*[order("C1", [["BOOK", 41]])] * 2, order("C1", [["LAMP", 1]])),
        *[at_limits_of_weight(country) for country in ("DE", "AT", "CH")],
        day(*[order("C1", [["VASE", number]]) for number in (2, 3, 4, 8, 9)]),  # 100 euros, 5 kilos
        day(*[order("C1", [["CORD", 10], ["VASE", 8]], type=kind) for kind in "PBS"]),  # 20 kilos
        day(*[order("C1", [["LAMP", 1]], country="CH", express=each) for each in (True, False)]),
        day(order("C1", [["SOFA", 2]]), order("C1", [["LAMP", 2]], code="XMAS"), today=DAYS[0]),
        day(order("C1", [["SOFA", 2]]), order("C1", [["LAMP", 2]], code="XMAS"), today=DAYS[1]),
        day(order("C1", [["LAMP", 9]]), {"type": "P", "lines": []}, order("C1", [["LAMP", 10]])),
        day({"lines": [["LAMP", 1]], "cust": "C1", "country": "DE"}, order("C2", [["LAMP", 1]])),
        day(order("C1", [["GONE", 1]]), order("C2", [["LAMP", 1]])) | {"list of notes": "given"},
        day(order("C1", [["VASE", 4]], country="CH"), rates=("4.0032",)),  # a sum of just 500
        day(order("C1", [["VASE", 4]], country="CH"), rates=("4.0072",)),
        day(*[order("C1", [["CORD", 10.5], ["BOOK", 1.5]], type=kind) for kind in "PB"]),  # metres
        day(order("C1", [["LAMP", "3"], ["LAMP"], [None, 1], ["LAMP", -1]])),
        day(order("C1", [["LAMP", 3]], country="CH"), today=DAYS[5], rates=("much",)),
        day(
            order("C1", []), order("C2", [], country="AT", type="B"), order("C3", [], country="CH")
        ),
        *mailed(),
        *[day() | {"file": text} for text in FILES],
    ]


if __name__ == "__main__":
    for case in odd_days()[:2] + random_days(2):
        print(case)
