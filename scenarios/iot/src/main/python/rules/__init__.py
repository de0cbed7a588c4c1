"""What happens to a reading. Plain Python: the processor runs these files, and so does python3.

`frame` judges and folds a whole frame of readings, `dedup` tells a new reading from a repeated
one, `windows` keeps the running figures of a device, `alerts` holds the rules that raise alarms.
"""
