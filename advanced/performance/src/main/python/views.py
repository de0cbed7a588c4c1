"""Whether a reader copies behind the counter's back: what object each record is read from."""

from settlement import bank_file

EXACT = bank_file.RECORD
FILE = bank_file.written((number, number) for number in range(3))


class NotingRecord:
    """Notes what each record is read from: the object itself, or the one that a view shows."""

    size = EXACT.size

    def __init__(self):
        self.read_from = []

    def unpack_from(self, source):
        self.read_from.append(source.obj if isinstance(source, memoryview) else source)


def of_the_file(reader):
    """For each of three records: is it read from the file, and not from a copy?"""
    bank_file.RECORD = noting = NotingRecord()
    try:
        getattr(bank_file, reader)(FILE)
    finally:
        bank_file.RECORD = EXACT
    return [source is FILE for source in noting.read_from]


if __name__ == "__main__":
    for reader in "records_before", "records_after":
        print(f"{reader}: read from the file itself: {of_the_file(reader)}")
