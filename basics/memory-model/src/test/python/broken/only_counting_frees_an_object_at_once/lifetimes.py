"""Every reading is entered in a list: dropped by us, it is still referenced."""

READINGS = []


class Reading:
    def __init__(self):
        READINGS.append(self)
