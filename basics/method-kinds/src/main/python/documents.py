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
    def load(row):
        return super().load(row)

    @staticmethod
    def load_as(cls, row):
        return super().load(row)


ROW = {"number": 7, "author": "Ann", "version": 3}


def loaded(name):
    """What the class's factory makes of the row, with the fields in the order of their setting."""
    document = globals()[name].load(ROW)
    return {
        "type": type(document).__name__,
        "fields": vars(document),
        "order": list(vars(document)),
    }


def lineage(name):
    """The MRO, and which of its classes have a factory of their own."""
    return [(each.__name__, "load" in vars(each)) for each in globals()[name].__mro__]


def in_a_static_method():
    return {
        "given a row": outcome(lambda: Static.load(ROW)),
        "given a class and a row": outcome(lambda: Static.load_as(Static, ROW)),
    }


def outcome(act):
    try:
        return type(act()).__name__
    except TypeError as refused:
        return type(refused).__name__


if __name__ == "__main__":
    for name in ("Order", "Audited", "NamedOrder", "Versioned"):
        print(f"{name}.load(row):", loaded(name))
        print("  MRO, and who has a load of its own:", lineage(name))
    print("super().load(row) in a static method:", in_a_static_method())
