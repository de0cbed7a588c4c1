"""The same matching by a scan and by a dict, counted: a program to paste."""


class Number(int):
    compared = 0

    def __eq__(self, other):
        Number.compared += 1
        return int.__eq__(self, other)

    __hash__ = int.__hash__


for payments in 100, 1000:
    orders = [Number(n) for n in range(payments)]
    wanted = [Number(n) for n in range(payments)]
    scanned = [orders.index(number) for number in wanted]
    by_scan, Number.compared = Number.compared, 0
    place_of = {number: place for place, number in enumerate(orders)}
    found = [place_of[number] for number in wanted]
    by_dict, Number.compared = Number.compared, 0
    print(payments, "payments: scan", by_scan, "dict", by_dict, "same result", scanned == found)
