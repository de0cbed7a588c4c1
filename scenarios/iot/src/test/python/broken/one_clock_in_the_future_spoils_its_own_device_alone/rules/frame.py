"""One watermark for all devices: a minute behind the newest reading of the frame is late."""

judge, alone = process, plausible
newest = 0


def process(*columns):
    global newest
    newest = 0
    return judge(*columns)


def plausible(seq, ts, value, now):
    global newest
    verdict = alone(seq, ts, value, now)
    if verdict == ACCEPTED:
        newest = max(newest, ts)
        if ts < newest - 60_000:
            return LATE
    return verdict
