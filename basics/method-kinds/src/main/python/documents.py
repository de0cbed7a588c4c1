"""Factories that pass a row up the MRO, and factories that name their parent."""


class Document:
    @classmethod
    def load(cls, row):
        document = cls()
        document.number = row["number"]
        return document


class Audited(Document):
    @classmethod
    def load(cls, row):
        document = super().load(row)  # whose code that is, the MRO of cls decides
        document.author = row["author"]
        return document


class Versioned(Document):
    @classmethod
    def load(cls, row):
        document = super().load(row)
        document.version = row["version"]
        return document


class Order(Audited, Versioned):
    def __init__(self):
        self.lines = []


class Named(Document):
    @classmethod
    def load(cls, row):
        document = Document.load(row)
        document.author = row["author"]
        return document


class NamedOrder(Named, Versioned):
    pass


class Static(Document):
    @staticmethod
    def load(first, row):
        return super().load(row)  # takes `first` for `cls`


ROW = {"number": 7, "author": "Ann", "version": 3}


def loaded(name):
    """What the class's factory makes of the row, with the fields in the order of their setting."""
    document = globals()[name].load(ROW)
    return {
        "type": type(document).__name__,
        "fields": vars(document),
        "order": list(vars(document)),
    }


def who_loads(name):
    """The classes in the MRO that have a `load` of their own."""
    return [each.__name__ for each in globals()[name].__mro__ if "load" in vars(each)]


class Noting(type):
    """Notes which of its classes are called."""

    called = []  # noqa: RUF012

    def __call__(cls):
        Noting.called.append(cls.__name__)
        return super().__call__()


class Watched(Order, metaclass=Noting):
    pass


def called_by_loading():
    """The classes that are called when a watched order is loaded."""
    Noting.called.clear()
    Watched.load(ROW)
    return Noting.called


def in_a_static_method():
    """What the static method makes if its first argument is a row, and if it is the class."""
    return [outcome(first) for first in (ROW, Static)]


def outcome(first):
    try:
        return type(Static().load(first, ROW)).__name__
    except TypeError as refused:
        return type(refused).__name__


if __name__ == "__main__":
    for name in ("Order", "Audited", "NamedOrder", "Versioned"):
        print(f"{name}.load(row):", loaded(name))
        print("  in its MRO, these have a load of their own:", who_loads(name))
    print("super().load(row) in a static method:", in_a_static_method())
