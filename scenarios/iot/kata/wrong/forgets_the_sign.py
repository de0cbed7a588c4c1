# caught by: 64 behind the highest is late, 63 is not
# 64 bits without a sign do not fit into an array of integers with one: OverflowError.


def signed(bits):
    return bits & (1 << WIDTH) - 1
