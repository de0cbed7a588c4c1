"""billing.py - makes the invoices, runs every night at 3. DO NOT TOUCH!!! (hk 2009, mw 2014)"""

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


def run(o, notes=[]):
    COUNT[0] = COUNT[0] + 1
    day = datetime.date.today()
    t = 0.0  # total
    b = 0.0  # books
    w = 0.0  # weight
    if o["type"] == "B":
        # business
        for l in o["lines"]:
            try:
                a = ART[l[0]]
                x = a["p"] * l[1]
                if a["c"] == "book":
                    # books have a fixed price
                    b = b + round(x, 2)
                else:
                    if l[1] > 10:
                        if l[1] >= 100:
                            x = x * 0.85
                        else:
                            x = x * 0.9
                    t = t + round(x, 2)
                w = w + a["w"] * l[1]
            except:
                notes.append("check " + str(l[0]))
    else:
        # private and staff
        for l in o["lines"]:
            try:
                a = ART[l[0]]
                x = a["p"] * l[1]
                if a["c"] == "book":
                    # books have a fixed price
                    b = b + round(x, 2)
                else:
                    if l[1] >= 10:
                        if l[1] >= 100:
                            x = x * 0.85
                        else:
                            x = x * 0.9
                    t = t + round(x, 2)
                w = w + a["w"] * l[1]
            except:
                notes.append("check " + str(l[0]))

    # discount
    d = 0
    if "code" in o:
        if o["code"] == "LUCKY":
            d = random.randint(1, 10)
        else:
            if o["code"] == "XMAS":
                if day.month == 12:
                    if day.day < 25:
                        d = 20
                    else:
                        d = 5
            else:
                if o["code"] == "STAFF":
                    if o["type"] == "S":
                        d = 30
                    else:
                        notes.append("no staff: " + o["cust"])
    if o["cust"] in TURNOVER:
        if TURNOVER[o["cust"]] > 1000:
            if d < 20:
                d = d + 3
    t = t - round(t * d / 100, 2)

    # shipping
    s = 0
    if o["country"] == "DE":
        if o["express"]:
            if w > 20:
                s = 24.9
            else:
                s = 9.9
        else:
            if t + b >= 100 and o["type"] != "B":
                s = 0
            else:
                if w > 20:
                    s = 19.9
                else:
                    if w > 5:
                        s = 8.9
                    else:
                        s = 4.9
    else:
        if o["country"] == "AT":
            if o["express"]:
                if w > 20:
                    s = 39.9
                else:
                    s = 19.9
            else:
                if w > 20:
                    s = 29.9
                else:
                    if w > 5:
                        s = 12.9
                    else:
                        s = 8.9
        else:
            if o["country"] == "CH":
                if o["express"]:
                    if w > 20:
                        s = 59.9
                    else:
                        s = 29.9
                else:
                    if w > 20:
                        s = 39.9
                    else:
                        if w > 5:
                            s = 24.9
                        else:
                            s = 14.9
            else:
                s = 99
                notes.append("ship by hand: " + o["country"])

    # vat
    v = 0
    cur = "EUR"
    if o["country"] == "DE":
        v = round((t + s) * 0.19, 2) + round(b * 0.07, 2)
    else:
        if o["country"] == "AT":
            if o["type"] == "B":
                notes.append("reverse charge")
            else:
                v = round((t + s) * 0.2, 2) + round(b * 0.1, 2)
        else:
            if o["country"] == "CH":
                cur = "CHF"
                if day.isoformat() not in RATE:
                    try:
                        RATE[day.isoformat()] = float(get("https://rates.example/CHF"))
                    except:
                        RATE[day.isoformat()] = 1

    # sum
    g = round(t + b + s + v, 2)
    if cur == "CHF":
        g = round(g * RATE[day.isoformat()] * 20) / 20
    if o["cust"] in TURNOVER:
        TURNOVER[o["cust"]] = TURNOVER[o["cust"]] + t + b
    else:
        TURNOVER[o["cust"]] = t + b

    # pay until
    if o["type"] == "B":
        due = day + datetime.timedelta(days=30)
    else:
        due = day + datetime.timedelta(days=14)
        if due.weekday() == 5:
            due = due + datetime.timedelta(days=2)
        if due.weekday() == 6:
            due = due + datetime.timedelta(days=1)

    r = {}
    r["no"] = "%d-%04d" % (day.year, COUNT[0])
    r["cust"] = o["cust"]
    r["goods"] = round(t + b, 2)
    r["ship"] = s
    r["vat"] = round(v, 2)
    r["sum"] = g
    r["cur"] = cur
    r["due"] = due.strftime("%d.%m.%Y")
    r["notes"] = notes
    print("%s %s %.2f %s" % (r["no"], r["cust"], r["sum"], r["cur"]))
    for n in notes:
        print("  !! " + n)
    return r


def late(r, day=None):
    # fee for paying late, r: invoice, day: 24.12.2014
    if day == None:
        n = datetime.date.today()
    else:
        x = day.split(".")
        n = datetime.date(int(x[2]), int(x[1]), int(x[0]))
    x = r["due"].split(".")
    n = (n - datetime.date(int(x[2]), int(x[1]), int(x[0]))).days
    f = 0
    if n > 3:
        f = 5
        if n > 14:
            f = 10
            if n > 30:
                f = 25
                if r["cur"] != "EUR":
                    f = f + 15
        if r["sum"] >= 500 or n > 30:
            f = f + r["sum"] * 0.09 * n / 365
    return round(f, 2)


def offer(o):
    # price on the web page, from run (mw 2014)
    t = 0.0
    if o["type"] == "B":
        for l in o["lines"]:
            a = ART[l[0]]
            x = a["p"] * l[1]
            if a["c"] != "book":
                if l[1] > 10:
                    if l[1] > 100:
                        x = x * 0.85
                    else:
                        x = x * 0.9
            t = t + round(x, 2)
    else:
        for l in o["lines"]:
            a = ART[l[0]]
            x = a["p"] * l[1]
            if a["c"] != "book":
                if l[1] >= 10:
                    if l[1] > 100:
                        x = x * 0.85
                    else:
                        x = x * 0.9
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


def mail(r):
    if r["cust"] not in CUST:
        CUST[r["cust"]] = fields(get("https://crm.example/" + r["cust"]))
    c = CUST[r["cust"]]
    t = "Dear " + c[1] + ", please pay %.2f " % r["sum"] + r["cur"]
    t = t + " until " + r["due"][:6] + r["due"][8:]
    n = 0
    while n < 3:
        try:
            send(c[2], t)
            return True
        except:
            n = n + 1
            time.sleep(60)
    FAILED.append(r["no"])
    return False


def report(rs, how="list"):
    x = ""
    if how == "list":
        e = 0
        c = 0
        for r in rs:
            x = x + "%s %-8s %10.2f %s" % (r["no"], r["cust"], r["sum"], r["cur"])
            if r["notes"] != []:
                x = x + " !"
            x = x + "\n"
            if r["cur"] == "EUR":
                e = e + r["sum"]
            else:
                if r["cur"] == "DEM":
                    e = e + r["sum"] / 1.95583
                else:
                    c = c + r["sum"]
        x = x + "%.2f EUR, %.2f CHF\n" % (e, c)
    else:
        # csv for the tax office (mw 2014)
        for r in rs:
            n = ""
            for z in r["notes"]:
                if n == "":
                    n = z
                else:
                    n = n + ", " + z
            if ";" in n or '"' in n:
                n = '"' + n.replace('"', '""') + '"'
            s = "%.2f" % r["sum"]
            d = r["due"]
            x = x + r["no"] + ";" + d[6:] + d[3:5] + d[:2] + ";" + r["cust"] + ";"
            x = x + s[:-3] + "," + s[-2:] + ";" + r["cur"] + ";" + n + "\n"
    return x


if __name__ == "__main__":
    o = {"type": "P", "cust": "C1", "country": "DE", "express": False, "lines": [["LAMP", 10]]}
    r = run(o)
    print(late(r, "01.01.2030"))
    print(report([r], "csv"))
