"""The pricing rules: cents are integers, rates are decimal, and each rounding says how."""

from decimal import ROUND_HALF_UP, Decimal

from orders.domain.cart import Cart, Catalogue, Line

DISCOUNT_FROM = 10  # pieces
DISCOUNT = Decimal("0.03")


def rounded(cents: Decimal) -> int:
    return int(cents.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def price(line: Line, catalogue: Catalogue) -> int:
    cents = catalogue.cents[line.sku] * line.quantity
    return cents - rounded(cents * DISCOUNT) if line.quantity >= DISCOUNT_FROM else cents


def quote(cart: Cart, catalogue: Catalogue) -> dict[str, object]:
    cents = [price(line, catalogue) for line in cart.lines]
    lines = [{"sku": line.sku, "cents": its} for line, its in zip(cart.lines, cents, strict=True)]
    net = sum(cents)
    vat = rounded(net * catalogue.vat[cart.country])
    return {"lines": lines, "net": net, "vat": vat, "gross": net + vat}
