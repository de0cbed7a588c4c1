"""The loop does not only compute: it sleeps, for no time at all, and that lets go of the lock."""

import time


def while_looping(interval, turns):
    done = []

    def loop():
        for turn in range(turns):
            time.sleep(0)
            if len(done) == STEPS:
                return turn
        return turns

    turns_made, report = steps_during(done, interval, loop)
    return report | {"turns": turns_made}
