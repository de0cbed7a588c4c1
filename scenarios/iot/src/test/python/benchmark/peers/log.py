"""What the peers share: their topics, and readings for those who want a message for each."""

from __future__ import annotations

import json

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

PARTITIONS = 4
FRAMES = "frames"
MESSAGES = "peer-messages"
ACCEPTED = "peer-accepted"
CHANGELOG = "peer-changelog"

NOW = 1_764_470_000_000
SECOND = 1_000
EVERY = 50  # one in so many readings repeats the one before it


def make_topics(kafka: str) -> None:
    topics = [NewTopic(name, PARTITIONS, 1) for name in (MESSAGES, ACCEPTED, CHANGELOG)]
    admin = AdminClient({"bootstrap.servers": kafka})  # it must live until its answers are there
    for made in admin.create_topics(topics).values():
        made.result()


def fill(kafka: str, readings: int, devices: int) -> None:
    """Write a message for each reading, as a device sends it, with its device as the key."""
    producer = Producer({"bootstrap.servers": kafka, "linger.ms": 20})
    for k in range(readings):
        index = k - 1 if k % EVERY == EVERY - 1 else k
        rounds, device = divmod(index, devices)
        ts = NOW + rounds * SECOND + device % 10 * SECOND
        text = json.dumps({"device": device, "seq": rounds, "ts": ts, "value": 20.0 + index % 7})
        producer.produce(MESSAGES, text, str(device), partition=device % PARTITIONS)
        if k % 1_000 == 0:
            producer.poll(0)
    producer.flush()


def consumer(kafka: str, group: str, topic: str) -> Consumer:
    one = Consumer(
        {
            "bootstrap.servers": kafka,
            "group.id": group,
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
        }
    )
    one.subscribe([topic])
    return one
