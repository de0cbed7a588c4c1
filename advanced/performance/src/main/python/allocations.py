"""What tracemalloc sees of some readers: what is alive and the peak, not what was copied."""

import gc
import linecache
import tracemalloc

from settlement import bank_file, work

KEPT = []


def read_and_keep(data):
    for start in range(0, len(data), bank_file.RECORD.size):
        KEPT.append(bytes(data[start : start + bank_file.RECORD.size]))
    return []


def allocate_and_free(data):
    return len(bytearray(1_000_000))


READERS = {
    "before": bank_file.records_before,
    "after": bank_file.records_after,
    "keeping": read_and_keep,
    "freeing": allocate_and_free,
}


def traced(way, records):
    """Bytes alive after reading, at the peak, and copied; and the line with the most alive."""
    data = bank_file.written((number, 100) for number in range(records))
    work.counted.clear()
    READERS[way](data)
    copied = work.counted["bytes_copied"]
    data = bytes(data)  # as they are: nothing is counted while tracemalloc looks
    KEPT.clear()
    gc.collect()
    tracemalloc.start()
    try:
        READERS[way](data)
        alive, peak = tracemalloc.get_traced_memory()
        largest = tracemalloc.take_snapshot().statistics("lineno")[0].traceback[0]
    finally:
        tracemalloc.stop()
    line = linecache.getline(largest.filename, largest.lineno).strip()
    return {"copied": copied, "alive": alive, "peak": peak, "largest": line, "size": len(data)}


if __name__ == "__main__":
    for way in READERS:
        report = traced(way, 1000)
        print(f"{way}: {report['copied']:,} bytes copied, {report['peak']:,} alive at most")
    print("the line that keeps:", traced("keeping", 1000)["largest"])
