# caught by: a pre-release is never chosen
# It reads 2.0rc1 as 2.0.1.


def newest_first(versions):
    return sorted(versions, key=key, reverse=True)


def key(version):
    numbers = [int(number) for number in re.findall("[0-9]+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers
