"""The metaclass looks when the body is over: it makes a plain dict for it."""


class StrictTests(type):
    def __new__(mcs, name, bases, namespace):
        once = Once()
        for each, value in namespace.items():
            once[each] = value
        return super().__new__(mcs, name, bases, dict(once))
