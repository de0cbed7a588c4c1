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
    pass


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


ROW = {"number": 7, "author": "Ann", "version": 3}


def loaded(factory):
    document = factory(ROW)
    return {"type": type(document).__name__, "fields": vars(document)}


def cooperating():
    return loaded(Order.load)


def naming_the_parent():
    return loaded(NamedOrder.load)


def from_a_static_method():
    try:
        return loaded(Static.load)
    except (RuntimeError, TypeError) as refused:
        return type(refused).__name__


if __name__ == "__main__":
    print("MRO of Order:", [each.__name__ for each in Order.__mro__])
    print("super().load(row):", cooperating())
    print("Document.load(row):", naming_the_parent())
    print("super().load(row) in a static method:", from_a_static_method())
