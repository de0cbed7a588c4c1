"""The same rules on CPython alone: a loop that reads and judges frames, and commits transactions.

Output, changelog and position are one transaction, every 100 ms, as in the running system. All
states lie in two arrays, so a frame is judged in place. The checksums of frames are not looked
at: the standard library has no CRC32C.
"""

from __future__ import annotations

import json
import time
from array import array

from confluent_kafka import Producer
from rules import frame

from peers import log
from peers.halves import Halves

HEADER = 20
COMMIT = 0.1  # seconds
NEW = array("q", [-1, 0, -1, 0, 0, 0])


class States:
    def __init__(self) -> None:
        self.slots: dict[int, int] = {}
        self.devices = array("i")
        self.ints = array("q")
        self.reals = array("d")

    def slot(self, device: int) -> int:
        slot = self.slots.get(device)
        if slot is None:
            slot = self.slots[device] = len(self.slots)
            self.devices.append(device)
            self.ints.extend(NEW)
            self.reals.extend((0.0,) * frame.REALS)
        return slot

    def stored(self, slot: int) -> bytes:
        i, r = slot * frame.INTS, slot * frame.REALS
        return self.ints[i : i + frame.INTS].tobytes() + self.reals[r : r + frame.REALS].tobytes()


def column(code: str, data: memoryview) -> array:
    values = array(code)
    values.frombytes(data)
    return values


class Judge:
    def __init__(self, producer: Producer) -> None:
        self.producer = producer
        self.states = States()
        self.accepted = 0

    def judge(self, record: bytes, partition: int, offset: int) -> int:
        data = memoryview(record)
        n = int.from_bytes(data[8:12], "little")
        now = int.from_bytes(data[12:20], "little")
        ends = [HEADER + width * n for width in (0, 4, 12, 20, 28)]
        device, seq, ts, val = (
            column(code, data[ends[k] : ends[k + 1]]) for k, code in enumerate("iqqd")
        )
        states = self.states
        slots = array("i", map(states.slot, device))
        out = array("b", bytes(n))
        events = array("d", bytes(8 * frame.ROW * 2 * n))
        rows = frame.process(slots, seq, ts, val, now, states.ints, states.reals, out, events, n)
        kept = [k for k in range(n) if out[k] == frame.ACCEPTED]
        self.accepted += len(kept)
        self.write(partition, offset, n, kept, (device, seq, ts, val), slots, events, rows)
        return n

    def write(
        self,
        partition: int,
        offset: int,
        n: int,
        kept: list[int],
        columns: tuple[array, ...],
        slots: array,
        events: array,
        rows: int,
    ) -> None:
        produce = self.producer.produce
        for slot in dict.fromkeys(slots[k] for k in kept):
            key = self.states.devices[slot].to_bytes(4, "big")
            produce(log.CHANGELOG, self.states.stored(slot), key, partition=partition)
        whole = b"".join(
            array(each.typecode, [each[k] for k in kept]).tobytes() for each in columns
        )
        produce(log.ACCEPTED, whole, partition=partition)
        if rows:
            texts = [events[k * frame.ROW : (k + 1) * frame.ROW].tolist() for k in range(rows)]
            produce(log.ACCEPTED, json.dumps(texts), partition=partition)
        entry = {"partition": partition, "offset": offset, "readings": n, "accepted": len(kept)}
        produce(log.ACCEPTED, json.dumps(entry), partition=partition)
        self.producer.poll(0)


def measure(kafka: str, readings: int) -> dict[str, float]:
    """Judge the frames of the log until so many readings are judged and committed."""
    consumer = log.consumer(kafka, "peer-frames", log.FRAMES)
    producer = Producer(
        {"bootstrap.servers": kafka, "transactional.id": "peer-frames", "linger.ms": 5}
    )
    producer.init_transactions()
    judge, halves = Judge(producer), Halves(readings)
    while not halves.is_over():
        producer.begin_transaction()
        until = time.monotonic() + COMMIT
        while time.monotonic() < until and not halves.is_over():
            for message in consumer.consume(num_messages=20, timeout=0.05):
                if message.error():
                    raise RuntimeError(message.error())
                halves.add(judge.judge(message.value(), message.partition(), message.offset()))
        producer.send_offsets_to_transaction(
            consumer.position(consumer.assignment()), consumer.consumer_group_metadata()
        )
        producer.commit_transaction()
    seen = halves.seen(judge.accepted)
    consumer.close()
    return seen
