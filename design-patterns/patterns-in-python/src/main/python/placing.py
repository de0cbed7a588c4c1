"""A desk that calls everybody who must know of an order, and one that tells a bus."""

from bus import Bus

told = []
bus = Bus()


@bus.subscribe
def mail(order):
    told.append(f"mail {order}")


@bus.subscribe
def stock(order):
    told.append(f"stock {order}")


@bus.subscribe
def audit(order):  # new listener
    told.append(f"audit {order}")


def place(order):
    bus.publish(order)


def place_calling(order):
    mail(order)
    stock(order)
    audit(order)  # new listener


def told_by(way):
    told.clear()
    {"bus": place, "calls": place_calling}[way]("A-1")
    return list(told)


if __name__ == "__main__":
    print("by the bus:", told_by("bus"))
    print("by calls:", told_by("calls"))
