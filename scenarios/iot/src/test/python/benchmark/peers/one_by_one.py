"""The same rules as stream libraries for Python call them: a message of JSON for each reading.

A handler gets one message, a table (a dict with a changelog) holds the state, and the results
are messages of JSON again. Positions are committed now and then: at least once.
"""

from __future__ import annotations

import json
import time
from array import array

from confluent_kafka import Producer
from rules import frame

from peers import log
from peers.halves import Halves

COMMIT = 1.0  # seconds
FIRST = array("i", [0])


class Handler:
    def __init__(self, producer: Producer) -> None:
        self.producer = producer
        self.table: dict[str, tuple[array, array]] = {}
        self.out = array("b", [0])
        self.events = array("d", bytes(8 * frame.ROW * 2))
        self.accepted = 0

    def handle(self, key: str, text: bytes, partition: int) -> None:
        reading = json.loads(text)
        state = self.table.get(key)
        if state is None:
            state = array("q", [-1, 0, -1, 0, 0, 0]), array("d", [0.0] * frame.REALS)
            self.table[key] = state
        ints, reals = state
        seq, ts = array("q", [reading["seq"]]), array("q", [reading["ts"]])
        val = array("d", [reading["value"]])
        now = reading[
            "ts"
        ]  # when the log got it: the message's own time would not be repeatable here
        rows = frame.process(FIRST, seq, ts, val, now, ints, reals, self.out, self.events, 1)
        produce = self.producer.produce
        if self.out[0] == frame.ACCEPTED:
            self.accepted += 1
            produce(log.ACCEPTED, json.dumps(reading), key, partition=partition)
            changed = json.dumps([ints.tolist(), reals.tolist()])
            produce(log.CHANGELOG, changed, key, partition=partition)
        if rows:
            events = self.events[: rows * frame.ROW].tolist()
            produce(log.ACCEPTED, json.dumps(events), key, partition=partition)


def measure(kafka: str, readings: int) -> dict[str, float]:
    """Handle the messages of the log until so many are handled."""
    consumer = log.consumer(kafka, "peer-messages", log.MESSAGES)
    producer = Producer({"bootstrap.servers": kafka, "linger.ms": 5})
    handler, halves = Handler(producer), Halves(readings)
    committed = time.monotonic()
    while not halves.is_over():
        for message in consumer.consume(num_messages=500, timeout=0.05):
            if message.error():
                raise RuntimeError(message.error())
            handler.handle(message.key().decode(), message.value(), message.partition())
            halves.add(1)
        producer.poll(0)
        if time.monotonic() - committed > COMMIT:
            producer.flush()
            consumer.commit(asynchronous=False)
            committed = time.monotonic()
    producer.flush()
    seen = halves.seen(handler.accepted)
    consumer.close()
    return seen
