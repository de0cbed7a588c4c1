"""The metaclass looks when the body is over: it makes a plain dict for it."""


class StrictTests(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        names = TestNames()
        for each, value in namespace.items():
            names[each] = value
        return super().__new__(mcs, name, bases, dict(names), **keywords)


class StrictTestCase(unittest.TestCase, metaclass=StrictTests):
    pass
