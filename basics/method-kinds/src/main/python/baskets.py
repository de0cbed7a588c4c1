"""A list in the class body is one for all instances; one made in `__init__` is one for each."""


class Basket:
    _items = []  # noqa: RUF012 -- the mistake that this is about

    def add(self, item):
        self._items.append(item)  # reads the class's list, and changes it


class GiftBasket(Basket):
    pass


class OwnBasket(Basket):
    def __init__(self):
        self._items = []


class NewListBasket(Basket):
    _items = ()

    def add(self, item):
        self._items = [*self._items, item]  # reads what is in the class, and assigns another


def filled(name):
    """What is in Ann's basket and in Bob's after she has added tea, and he has added milk."""
    ann, bob = globals()[name](), globals()[name]()
    ann.add("tea")
    bob.add("milk")
    return {
        "Ann": ann._items,
        "Bob": bob._items,
        "own attributes": [list(vars(each)) for each in (ann, bob)],
    }


if __name__ == "__main__":
    for name in ("Basket", "GiftBasket", "OwnBasket", "NewListBasket"):
        print(f"{name:13}", filled(name))
