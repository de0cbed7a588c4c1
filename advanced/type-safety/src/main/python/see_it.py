"""One wrong text in an order: annotations let it pass, a parser at the border does not."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    sku: str
    quantity: int


def parse(data: object) -> Order:
    match data:
        case {"sku": str(sku), "quantity": q, **rest} if type(q) is int and q > 0 and not rest:
            return Order(sku, q)
    raise ValueError(f"not an order: {data}")


for text in '{"sku": "LAMP", "quantity": 3}', '{"sku": "LAMP", "quantity": "3"}':
    data = json.loads(text)
    print("annotated, twice the quantity:", Order(**data).quantity * 2)
    try:
        print("parsed, twice the quantity:", parse(data).quantity * 2)
    except ValueError as error:
        print(error)
