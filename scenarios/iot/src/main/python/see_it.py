"""A window of 64 numbers tells new from repeated, if state and output are undone together."""


def judge(state, seq):
    top, bits = state  # the highest number, and a mask: bit j says that top - j was seen
    if seq > top:
        return "new", (seq, (bits << seq - top | 1) & (1 << 64) - 1)
    if top - seq >= 64:
        return "late", state
    if bits >> top - seq & 1:
        return "duplicate", state
    return "new", (top, bits | 1 << top - seq)


def judge_all(state, numbers):
    verdicts = []
    for seq in numbers:
        verdict, state = judge(state, seq)
        verdicts.append(verdict)
    return verdicts, state


before = (-1, 0)
verdicts, after = judge_all(before, [7, 8, 8, 6])
print(verdicts)
print("replay, nothing kept:       ", judge_all(before, [7, 8, 8, 6])[0])
print("replay, only the state kept:", judge_all(after, [7, 8, 8, 6])[0])
