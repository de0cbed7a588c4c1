"""The bank's file: one record after the other, each an order's number and an amount in cents."""

import struct

from settlement.work import count

RECORD = struct.Struct("<qq")


class CountedBytes(bytes):
    """Bytes that count how many of them a slice copies."""

    def __getitem__(self, wanted):
        found = super().__getitem__(wanted)
        if isinstance(wanted, slice):
            count("bytes_copied", len(found))
            return CountedBytes(found)
        return found


def records_before(data):
    records = []
    while data:
        records.append(RECORD.unpack_from(data))
        data = data[RECORD.size :]  # copies all that is left
    return records


def records_after(data):
    records = []
    view = memoryview(data)
    while view:
        records.append(RECORD.unpack_from(view))
        view = view[RECORD.size :]  # another view of the same bytes
    return records


def written(payments):
    return CountedBytes(b"".join(RECORD.pack(*payment) for payment in payments))
