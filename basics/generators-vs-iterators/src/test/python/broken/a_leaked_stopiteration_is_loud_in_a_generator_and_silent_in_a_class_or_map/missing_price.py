"""An iterator without the protection that generators have."""


def by_a_generator(fruits):
    return ByAClass(fruits)
