"""billing.py - makes the invoices, runs every night at 3."""

import datetime
import random
import time

# article: price, weight, category
ART = {
    "LAMP": {"p": 19.99, "w": 1.2, "c": "home"},
    "SOFA": {"p": 649.0, "w": 48.0, "c": "home"},
    "BOOK": {"p": 12.35, "w": 0.45, "c": "book"},
    "CORD": {"p": 0.15, "w": 0.01, "c": "tool"},
    "VASE": {"p": 25.0, "w": 2.5, "c": "home"},
}
# country: up to 5 kg, up to 20 kg, above; express up to 20 kg, above
SHIPPING = {
    "DE": (4.9, 8.9, 19.9, 9.9, 24.9),
    "AT": (8.9, 12.9, 29.9, 19.9, 39.9),
    "CH": (14.9, 24.9, 39.9, 29.9, 59.9),
}
COUNT = [0]  # global did not work
TURNOVER = {}
RATE = {}
CUST = {}  # id: fields of the crm, asked once
FAILED = []


def get(url):
    from urllib.request import urlopen

    return urlopen(url).read().decode()


def send(to, text):
    import smtplib

    s = smtplib.SMTP("mail.example")
    s.sendmail("billing@shop.example", [to], text)
    s.quit()


def rebate(kind, number, is_offer=False):
    # KNOWN BUG: ten of an article are many, but not for business customers
    if not (number > 10 if kind == "B" else number >= 10):
        return 1
    # KNOWN BUG: an offer for just a hundred of an article is dearer than the invoice
    return 0.85 if (number > 100 if is_offer else number >= 100) else 0.9


def priced(o, notes):
    """Goods, books and weight."""
    t = b = w = 0.0
    kind = o["type"]
    for l in o["lines"]:
        try:
            a = ART[l[0]]
            if a["c"] == "book":
                # books have a fixed price
                b = b + round(a["p"] * l[1], 2)
            else:
                t = t + round(a["p"] * l[1] * rebate(kind, l[1]), 2)
            w = w + a["w"] * l[1]
        except:
            notes.append("check " + str(l[0]))
    return t, b, w


def coded(o, day, dice, notes):
    code = o.get("code")
    if code == "LUCKY":
        return dice(1, 10)
    if code == "XMAS" and day.month == 12:
        return 20 if day.day < 25 else 5
    if code == "STAFF":
        if o["type"] == "S":
            return 30
        notes.append("no staff: " + o["cust"])
    return 0


def discount(o, day, dice, turnover, notes):
    d = coded(o, day, dice, notes)
    if turnover.get(o["cust"], 0) > 1000 and d < 20:
        d = d + 3
    return d


def shipping(o, w, goods):
    if o["country"] not in SHIPPING:
        return None
    to_5, to_20, above, express, express_above = SHIPPING[o["country"]]
    if o["express"]:
        return express_above if w > 20 else express
    if o["country"] == "DE" and goods >= 100 and o["type"] != "B":
        return 0
    if w > 20:
        return above
    return to_20 if w > 5 else to_5


def vat(o, goods, books, notes):
    if o["country"] == "DE":
        return round(goods * 0.19, 2) + round(books * 0.07, 2)
    if o["country"] == "AT":
        if o["type"] != "B":
            return round(goods * 0.2, 2) + round(books * 0.1, 2)
        notes.append("reverse charge")
    return 0


def rate(day, rates, fetch):
    # KNOWN BUG: if nobody answers, a franc costs a euro for the rest of the day
    if day.isoformat() not in rates:
        try:
            rates[day.isoformat()] = float(fetch("https://rates.example/CHF"))
        except:
            rates[day.isoformat()] = 1
    return rates[day.isoformat()]


def pay_until(o, day):
    if o["type"] == "B":
        return day + datetime.timedelta(days=30)
    due = day + datetime.timedelta(days=14)
    return due + datetime.timedelta(days={5: 2, 6: 1}.get(due.weekday(), 0))


def invoice(
    o,
    notes,
    *,
    today=datetime.date.today,
    dice=random.randint,
    fetch=get,
    count=COUNT,
    turnover=TURNOVER,
    rates=RATE,
):
    count[0] = count[0] + 1
    day = today()
    t, b, w = priced(o, notes)
    t = t - round(t * discount(o, day, dice, turnover, notes) / 100, 2)
    s = shipping(o, w, t + b)
    if s is None:
        s = 99
        notes.append("ship by hand: " + o["country"])
    v = vat(o, t + s, b, notes)
    g = round(t + b + s + v, 2)
    cur = "EUR"
    if o["country"] == "CH":
        cur = "CHF"
        g = round(g * rate(day, rates, fetch) * 20) / 20
    turnover[o["cust"]] = turnover.get(o["cust"], 0) + t + b
    return {
        "no": "%d-%04d" % (day.year, count[0]),
        "cust": o["cust"],
        "goods": round(t + b, 2),
        "ship": s,
        "vat": round(v, 2),
        "sum": g,
        "cur": cur,
        "due": pay_until(o, day).strftime("%d.%m.%Y"),
        "notes": notes,
    }


def run(o, notes=[], **seams):
    """Makes and prints an invoice; the seams are those of invoice()."""
    # KNOWN BUG: without a list of notes, those of all earlier orders are on the invoice
    r = invoice(o, notes, **seams)
    print("%s %s %.2f %s" % (r["no"], r["cust"], r["sum"], r["cur"]))
    for n in notes:
        print("  !! " + n)
    return r


def date_of(text):
    x = text.split(".")
    return datetime.date(int(x[2]), int(x[1]), int(x[0]))


def fixed_fee(days, r):
    if days > 30:
        return 25 if r["cur"] == "EUR" else 40
    return 10 if days > 14 else 5


def late(r, day=None, *, today=datetime.date.today):
    """The fee for paying late. r: an invoice, day: 24.12.2014, or None for today."""
    until = today() if day is None else date_of(day)
    days = (until - date_of(r["due"])).days
    if days <= 3:
        return 0
    fee = fixed_fee(days, r)
    if r["sum"] >= 500 or days > 30:
        fee = fee + r["sum"] * 0.09 * days / 365
    return round(fee, 2)


def offer(o):
    """The price on the web page."""
    t = 0.0
    kind = o["type"]
    for l in o["lines"]:
        a = ART[l[0]]
        x = a["p"] * l[1]
        if a["c"] != "book":
            x = x * rebate(kind, l[1], is_offer=True)
        t = t + round(x, 2)
    return round(t, 2)


def fields(l):
    # own csv: the module did not like our quotes
    f = []
    x = ""
    q = False
    for i in range(len(l)):
        if l[i] == '"':
            if not q and i > 0 and l[i - 1] == '"':
                x = x + '"'
            q = not q
        else:
            if l[i] == ";" and not q:
                f.append(x)
                x = ""
            else:
                x = x + l[i]
    f.append(x)
    return f


def read(text):
    # type;cust;country;express;code;article;number;article;number
    z = []
    for l in text.split("\n"):
        if l.strip() == "" or l[0] == "#":
            continue
        f = fields(l)
        o = {}
        o["type"] = f[0]
        o["cust"] = f[1]
        o["country"] = f[2]
        o["express"] = f[3] == "y"
        if f[4] != "":
            o["code"] = f[4]
        o["lines"] = []
        i = 5
        while i + 1 < len(f):
            if "," in f[i + 1]:
                n = float(f[i + 1].replace(",", "."))
            else:
                n = int(f[i + 1])
            o["lines"].append([f[i], n])
            i = i + 2
        z.append(o)
    return z


def mail(r, *, fetch=get, post=send, sleep=time.sleep, customers=CUST, failed=FAILED):
    if r["cust"] not in customers:
        customers[r["cust"]] = fields(fetch("https://crm.example/" + r["cust"]))
    c = customers[r["cust"]]
    t = "Dear " + c[1] + ", please pay %.2f " % r["sum"] + r["cur"]
    t = t + " until " + r["due"][:6] + r["due"][8:]
    # KNOWN BUG: who has no address is tried as often, and waited for as long
    n = 0
    while n < 3:
        try:
            post(c[2], t)
            return True
        except:
            n = n + 1
            sleep(60)
    failed.append(r["no"])
    return False


def marked(r):
    """A line of the list; notes are to be looked up on the invoice."""
    mark = " !" if r["notes"] else ""
    return "%s %-8s %10.2f %s%s\n" % (r["no"], r["cust"], r["sum"], r["cur"], mark)


def for_people(rs):
    e = c = 0
    for r in rs:
        if r["cur"] == "EUR":
            e = e + r["sum"]
        else:
            c = c + r["sum"]
    return "".join(map(marked, rs)) + "%.2f EUR, %.2f CHF\n" % (e, c)


def quoted(text):
    if ";" in text or '"' in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def for_the_tax_office(rs):
    """A csv with a decimal comma; a day is written 20141224."""
    x = ""
    for r in rs:
        day = r["due"][6:] + r["due"][3:5] + r["due"][:2]
        amount = ("%.2f" % r["sum"]).replace(".", ",")
        notes = quoted(", ".join(r["notes"]))
        x = x + ";".join([r["no"], day, r["cust"], amount, r["cur"], notes]) + "\n"
    return x


def report(rs, how="list"):
    return for_people(rs) if how == "list" else for_the_tax_office(rs)


if __name__ == "__main__":
    o = {"type": "P", "cust": "C1", "country": "DE", "express": False, "lines": [["LAMP", 10]]}
    r = run(o)
    print(late(r, "01.01.2030"))
    print(report([r], "csv"))
