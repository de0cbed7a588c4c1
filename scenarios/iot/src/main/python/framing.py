"""The same readings in frames of other sizes: the same answers, and fewer calls."""

from __future__ import annotations

from fleet import NOW, SECOND, Fleet, Reading

READINGS, DEVICES = 5_000, 100


def degrees(device: int, seq: int) -> float:
    """Some get too hot and cool down; two stand exactly at the limits of their alerts."""
    at_the_limits = {48: [80.0, 55.0], 49: [0.0, 2.0, 3.0, 0.0]}
    first = at_the_limits.get(device, [])
    return (
        first[seq] if seq < len(first) else 50.0 + device * 0.3 + (seq // 20 % 2) * 25.0 + seq % 3
    )


def readings() -> list[Reading]:
    """Of all devices in turn; one in eleven is the device's last one again."""
    rows: list[Reading] = []
    for number in range(READINGS):
        again = number % 11 == 10 and number >= DEVICES
        seq, device = divmod(number - again * DEVICES, DEVICES)
        rows.append((device, seq, NOW + seq * SECOND, degrees(device, seq)))
    return rows


def in_frames_of(size: int) -> dict[str, object]:
    fleet, rows = Fleet(DEVICES), readings()
    for start in range(0, len(rows), size):
        fleet.fold(rows[start : start + size])
    kinds = [fleet.verdicts.count(kind) for kind in range(6)]
    events = [sum(row[0] == kind for row in fleet.events) for kind in (1.0, 2.0, 3.0)]
    return {
        "calls": fleet.frames,
        "kinds": kinds,
        "events": events,
        "fingerprint": fleet.fingerprint(),
    }


if __name__ == "__main__":
    for each in (1, 7, 500, READINGS):
        print(each, in_frames_of(each))
