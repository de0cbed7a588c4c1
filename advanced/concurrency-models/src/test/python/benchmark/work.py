"""What is computed from each answer."""


def checksum(numbers: int) -> int:
    total = 1
    for number in range(numbers):
        total = (total * 31 + number) % 65_521
    return total
