"""The loop does not only compute: it sleeps, for no time at all, and that lets go of the lock."""

import time


def while_looping(interval, turns):
    done = []

    def loop():
        turn = 0
        while turn < turns and len(done) < STEPS:
            time.sleep(0)
            turn += 1
        return turn

    turns_made, report = steps_during(done, interval, loop)
    return report | {"turns": turns_made}
