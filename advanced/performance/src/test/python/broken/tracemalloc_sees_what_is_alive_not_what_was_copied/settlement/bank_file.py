"""Broken: the reader keeps each rest of the file that it copied."""


def records_before(data):
    records, rests = [], [data]
    while rests[-1]:
        records.append(RECORD.unpack_from(rests[-1]))
        rests.append(rests[-1][RECORD.size :])
    return records
