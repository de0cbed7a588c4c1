"""Pure computation, and a module that remembers: one copy of it per context."""

computed = 0


def checksum(n):
    global computed
    computed += 1
    total = 1
    for number in range(n):
        total = (total * 31 + number) % 65_521
    return total


def times_computed():
    return computed


if __name__ == "__main__":
    print("checksum of 100 000 numbers:", checksum(100_000))
    print("computed in this interpreter:", times_computed())
