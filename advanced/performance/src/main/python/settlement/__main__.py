"""Shows where the work goes, before and after the repairs: python3 -m settlement."""

from settlement.app import settled

ALL = ["records", "orders", "matched", "in_euro", "totals"]
before, after = settled([]), settled(ALL)
print(f"{'':14}{'before':>10}{'after':>10}")
for kind, amount in before["work"].items():
    print(f"{kind:14}{amount:>10,}{after['work'][kind]:>10,}")
print("the same totals:", before["totals"] == after["totals"])
