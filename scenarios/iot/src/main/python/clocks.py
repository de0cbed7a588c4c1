"""One device whose clock is in the future, among honest ones, and two ways to deal with time."""

from __future__ import annotations

from fleet import NOW, SECOND, Fleet, Reading
from rules.windows import COUNT

LATENESS = 10 * SECOND
SECONDS = 25
LIAR = 2  # its slot, between honest ones


def by_one_watermark(frames: list[list[Reading]]) -> list[int]:
    """As a stream without per-device time: what is behind the newest of all is late."""
    newest, verdicts = 0, []
    for _, _, ts, _ in (reading for frame in frames for reading in frame):
        newest = max(newest, ts)
        verdicts.append(2 if ts < newest - LATENESS else 0)
    return verdicts


def frames(ahead: int, until: int = SECONDS, liar: bool = True) -> list[list[Reading]]:
    """A frame a second, of five devices; until then the liar's clock is this far ahead."""
    return [
        [
            (
                device,
                second,
                NOW + second * SECOND + ahead * (device == LIAR and second < until),
                20.0 + second,
            )
            for device in range(5)
            if liar or device != LIAR
        ]
        for second in range(SECONDS)
    ]


def by_the_rules(of: list[list[Reading]]) -> Fleet:
    fleet = Fleet(5)
    for second, frame in enumerate(of):
        fleet.fold(frame, NOW + second * SECOND)
    return fleet


def first_frame(ahead: int) -> dict[str, list[int]]:
    """The verdicts on the five readings of the first second."""
    return {
        "one watermark": by_one_watermark(frames(ahead)[:1]),
        "rules": by_the_rules(frames(ahead)[:1]).verdicts,
    }


def refused(ahead: int) -> dict[str, list[int]]:
    """Of each device's readings, how many are not accepted."""
    judged = {
        "one watermark": by_one_watermark(frames(ahead)),
        "rules": by_the_rules(frames(ahead)).verdicts,
    }
    return {
        way: [sum(verdict != 0 for verdict in verdicts[device::5]) for device in range(5)]
        for way, verdicts in judged.items()
    }


def windows(fleet: Fleet, device: int) -> list[list[float]]:
    """Start in seconds, count and mean of its closed windows."""
    return [
        [(row[2] - NOW) / SECOND, row[3], row[4]]
        for row in fleet.events
        if row[:2] == [1.0, float(device)]
    ]


def honest_windows(ahead: int) -> list[object]:
    """Whether the honest devices' windows are as they would be without the liar; how many."""
    with_liar, without = by_the_rules(frames(ahead)), by_the_rules(frames(ahead, liar=False))
    honest = [device for device in range(5) if device != LIAR]
    same = [windows(with_liar, device) == windows(without, device) for device in honest]
    return [
        all(same),
        sum(len(windows(with_liar, device)) for device in honest),
        windows(without, LIAR),
    ]


def set_right(ahead: int) -> list[object]:
    """A clock that is set right after 5 of 25 s: readings refused, its windows, a checksum."""
    fleet = by_the_rules(frames(ahead, until=5))
    refused = sum(verdict != 0 for verdict in fleet.verdicts)
    return [refused, windows(fleet, LIAR), fleet.fingerprint()]


def closing(offset: int) -> list[object]:
    """The first reading of a window is followed by one at an offset: windows closed, the state."""
    fleet = Fleet(1)
    fleet.fold([(0, 1, NOW, 20.0), (0, 2, NOW + offset, 21.0)])
    return [windows(fleet, 0), fleet.fingerprint()]


def of_a_closed_window() -> list[object]:
    """A reading comes when its window is closed: verdicts, windows, readings in the open one."""
    fleet = Fleet(1)
    times = [(1, 0), (3, 10 * SECOND), (2, SECOND)]
    fleet.fold([(0, seq, NOW + ts, 20.0) for seq, ts in times])
    return [fleet.verdicts, windows(fleet, 0), fleet.ints[COUNT]]


if __name__ == "__main__":
    years = 4 * 365 * 24 * 60 * 60 * SECOND
    print("refused, by device, with one watermark for all:", refused(years)["one watermark"])
    print("refused, by device, with our rules:            ", refused(years)["rules"])
