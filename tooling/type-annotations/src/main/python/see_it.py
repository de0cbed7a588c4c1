"""A customer's id is taken for a shop's, twice: who says anything?"""

from typing import NewType

ShopId = NewType("ShopId", int)
CustomerId = NewType("CustomerId", int)


def name_of(shop: ShopId) -> str:
    return {7: "Harbour Street", 8: "Mill Lane"}[shop]


# bug: with annotations
def shop_of(customer: CustomerId) -> str:
    return name_of(customer)


# bug: without annotations
def label(number):
    return name_of(CustomerId(number))


print(shop_of(CustomerId(7)), label(7))
