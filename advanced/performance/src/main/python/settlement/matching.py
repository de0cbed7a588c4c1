"""The matching: to each payment the order with its number."""

from settlement.work import count


class Number(int):
    """An order's number that counts how often it is compared."""

    def __eq__(self, other):
        count("comparisons")
        return int.__eq__(self, other)

    __hash__ = int.__hash__


def matched_before(numbers, wanted):
    places = []
    for number in wanted:
        for place, other in enumerate(numbers):
            if other == number:
                places.append(place)
                break
    return places


def matched_after(numbers, wanted):
    place_of = {number: place for place, number in enumerate(numbers)}
    return [place_of[number] for number in wanted]
