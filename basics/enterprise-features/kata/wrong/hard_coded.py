# caught by: other packages, other rules and several imports


def violations(root, rules):
    return [("orders.domain.pricing", "orders.infra.database", 2)]
