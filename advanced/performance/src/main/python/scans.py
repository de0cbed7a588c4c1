"""The planted scan of the matching, written in four ways that compare equally often."""


def same(one, other):
    return one == other


def place_by_calls(numbers, wanted):
    for place, number in enumerate(numbers):
        if same(number, wanted):
            return place
    return None


def place_by_loop(numbers, wanted):
    for place, number in enumerate(numbers):
        if number == wanted:
            return place
    return None


def place_by_one_line(numbers, wanted):
    return next(place for place, number in enumerate(numbers) if number == wanted)


def place_by_list_index(numbers, wanted):
    return numbers.index(wanted)


def places(way, numbers, wanted):
    return [globals()[way](numbers, number) for number in wanted]


if __name__ == "__main__":
    for way in "place_by_calls", "place_by_loop", "place_by_one_line", "place_by_list_index":
        print(f"{way}: {places(way, [20, 10, 30], [10, 30])}")
