"""The same rules in Flink, as its Python interface offers: a message of JSON, a state for its key.

Arguments: the log's address, the connector's jar. Python runs inside Flink's process, where no call
and no state has to go through a socket. Results and states belong to one checkpoint, due every
second, and to one transaction. It runs until it is ended.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

from pyflink.common import Configuration, Types, WatermarkStrategy
from pyflink.common.serialization import SimpleStringSchema
from pyflink.datastream import KeyedProcessFunction, RuntimeContext, StreamExecutionEnvironment
from pyflink.datastream.connectors.base import DeliveryGuarantee
from pyflink.datastream.connectors.kafka import (
    KafkaOffsetsInitializer,
    KafkaRecordSerializationSchema,
    KafkaSink,
    KafkaSource,
)
from pyflink.datastream.state import ValueStateDescriptor

MESSAGES, ACCEPTED = "peer-messages", "peer-accepted"
CHECKPOINT = 1_000  # ms
FIRST = array("i", [0])


class Handler(KeyedProcessFunction):
    def open(self, runtime_context: RuntimeContext) -> None:
        from rules import frame

        self.frame = frame
        self.state = runtime_context.get_state(
            ValueStateDescriptor("device", Types.PICKLED_BYTE_ARRAY())
        )
        self.out = array("b", [0])
        self.events = array("d", bytes(8 * frame.ROW * 2))

    def process_element(self, value: str, ctx: KeyedProcessFunction.Context) -> Iterator[str]:
        frame = self.frame
        reading = json.loads(value)
        state = self.state.value() or (
            array("q", [-1, 0, -1, 0, 0, 0]),
            array("d", [0.0] * frame.REALS),
        )
        ints, reals = state
        seq, ts = array("q", [reading["seq"]]), array("q", [reading["ts"]])
        val, now = array("d", [reading["value"]]), reading["ts"]
        rows = frame.process(FIRST, seq, ts, val, now, ints, reals, self.out, self.events, 1)
        if self.out[0] == frame.ACCEPTED:
            self.state.update(state)
            yield json.dumps(reading)
        if rows:
            yield json.dumps(self.events[: rows * frame.ROW].tolist())


def main(kafka: str, jar: str) -> None:
    configuration = Configuration()
    configuration.set_string("python.execution-mode", "thread")
    environment = StreamExecutionEnvironment.get_execution_environment(configuration)
    environment.add_jars(Path(jar).as_uri())
    environment.add_python_file(str(Path(__file__).resolve().parents[4] / "main/python/rules"))
    environment.set_parallelism(1)
    environment.enable_checkpointing(CHECKPOINT)
    source = (
        KafkaSource.builder()
        .set_bootstrap_servers(kafka)
        .set_topics(MESSAGES)
        .set_group_id("peer-flink")
        .set_starting_offsets(KafkaOffsetsInitializer.earliest())
        .set_value_only_deserializer(SimpleStringSchema())
        .build()
    )
    sink = (
        KafkaSink.builder()
        .set_bootstrap_servers(kafka)
        .set_record_serializer(
            KafkaRecordSerializationSchema.builder()
            .set_topic(ACCEPTED)
            .set_value_serialization_schema(SimpleStringSchema())
            .build()
        )
        .set_delivery_guarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .set_transactional_id_prefix("peer-flink")
        .set_property("transaction.timeout.ms", "600000")
        .build()
    )
    (
        environment.from_source(source, WatermarkStrategy.no_watermarks(), "log")
        .key_by(lambda text: json.loads(text)["device"], key_type=Types.INT())
        .process(Handler(), output_type=Types.STRING())
        .sink_to(sink)
    )
    environment.execute("readings")


if __name__ == "__main__":
    main(*sys.argv[1:])
