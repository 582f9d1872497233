"""Tables that are invented: lists of children who do not exist, and tables of counts.

Every name is made of syllables, every number of a person is computed with its check digit.
"""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from cpdash.sheets.sheet import Sheet

Random = random.Random
Row = list[object]
Maker = Callable[[Random], object]

SYLLABLES = "bra dor fen gil hul jox kip lum mav nor pel quin rov sut tarn vek wim yat zor".split()
PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def name(rng: Random) -> str:
    return "".join(rng.sample(SYLLABLES, 2)).capitalize()


def full_name(rng: Random) -> str:
    forename, surname = name(rng), name(rng)
    return rng.choice([f"{forename} {surname}", f"{surname}, {forename}"])


def birth(rng: Random) -> object:
    day = date(2000, 1, 1) + timedelta(days=rng.randrange(8000))
    forms: list[object] = [day, datetime(day.year, day.month, day.day)]
    return rng.choice([*forms, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}"])


def health_number(rng: Random) -> str:
    while True:
        digits = [rng.randrange(10) for _ in range(9)]
        check = -sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
        if check % 11 != 10 and digits[0] and len(set(digits)) > 3:
            return "".join(map(str, digits)) + str(check % 11)


def pupil_number(rng: Random) -> str:
    digits = [rng.randrange(10) for _ in range(12)]
    return PUPIL_LETTERS[sum(n * i for i, n in enumerate(digits, 2)) % 23] + "".join(
        map(str, digits)
    )


def insurance_number(rng: Random) -> str:
    return f"{rng.choice('AEHJL')}{rng.choice('ABCE')}{rng.randrange(10**6):06}{rng.choice('ABCD')}"


def reference(rng: Random) -> object:
    number = rng.randrange(10_000, 999_999)
    return rng.choice([number, float(number), str(number), f"P{number}"])


def postcode(rng: Random) -> str:
    return (
        f"ZZ{rng.randrange(1, 99)} {rng.randrange(1, 10)}{rng.choice('ABDEFG')}{rng.choice('HJL')}"
    )


def address(rng: Random) -> str:
    return f"{rng.randrange(1, 200)} {name(rng)} Street, {postcode(rng)}"


def sex(rng: Random) -> str:
    return rng.choice(["M", "F"])


def age(rng: Random) -> int:
    return rng.randrange(18)


def legal(rng: Random) -> str:
    return rng.choice(["CSO", "Section 25", "Permanence order", "C2", "V2"])


def placement(rng: Random) -> str:
    return rng.choice(["Foster care", "At home", "Kinship care", "Residential", "U4", "K2"])


def event(rng: Random) -> object:
    return date(2015, 1, 1) + timedelta(days=rng.randrange(3000))


IDENTIFYING: dict[str, list[str]] = {
    "name": ["Child's name", "Child_Name", "CHILD NAME(S)", "YP Name", "Young person's name",
             "Name of child", "Surname", "Forename(s)", "First name", "ChildName", "Enw'r plentyn"],
    "birth": ["DOB", "D.O.B.", "Date of birth", "Date-of-birth", "Child DOB", "BirthDate",
              "date_of_birth", "DOB (dd/mm/yyyy)", "Dyddiad geni", "Birth date"],
    "health": ["CHI", "CHI number", "NHS number", "NHS No.", "Health ref", "H&C number", "Number"],
    "pupil": ["UPN", "Unique Pupil Number", "Pupil ref", "School number"],
    "id": ["Child ID", "Swift ID", "LiquidLogic ID", "Mosaic ID", "CareFirst No", "Client ID",
           "Person ID", "Child's unique ID", "LA child ID", "Child reference", "YP ID"],
    "insurance": ["NI number", "NINO", "National Insurance number", "Ref"],
    "address": ["Child's address", "Address of child", "Child postcode", "YP address"],
}  # fmt: skip
MAKERS: dict[str, Maker] = {
    "name": full_name, "birth": birth, "health": health_number, "pupil": pupil_number,
    "id": reference, "insurance": insurance_number, "address": address,
    "sex": sex, "age": age, "legal": legal, "placement": placement, "event": event,
}  # fmt: skip
DESCRIBING: dict[str, list[str]] = {
    "sex": ["Sex", "Gender", "M/F"],
    "age": ["Age", "Age at 31 July", "Current age"],
    "legal": ["Legal status", "Legal reason", "Statute"],
    "placement": ["Placement type", "Placement", "Accommodation type"],
    "event": ["Date placement started", "Date became looked after", "Start date of episode"],
}


def columns_of_a_list(rng: Random) -> list[tuple[str, Maker]]:
    """Headings and makers of a list of children: some with identifiers, some with none."""
    describing = rng.sample(sorted(DESCRIBING), rng.randrange(2, 5))
    if rng.random() < 0.25:
        key = rng.choice(["Ref", "ID", "Case ref", "Name", "Initials", "Unique ID"])
        maker = full_name if key in ("Name", "Initials") else reference
        kinds = [*rng.sample(["sex", "age", "legal", "placement"], 2), "event"]
        return [(key, maker), *((rng.choice(DESCRIBING[kind]), MAKERS[kind]) for kind in kinds)]
    identifying = rng.sample(sorted(IDENTIFYING), rng.choice([1, 1, 2, 3]))
    columns = [(rng.choice(IDENTIFYING[kind]), MAKERS[kind]) for kind in identifying]
    columns += [(rng.choice(DESCRIBING[kind]), MAKERS[kind]) for kind in describing]
    rng.shuffle(columns)
    return columns


def child_list(rng: Random) -> tuple[Sheet, list[str]]:
    """A list of invented children, and the values of it that no message may repeat."""
    columns = columns_of_a_list(rng)
    rows = [[make(rng) for _, make in columns] for _ in range(rng.choice([3, 5, 8, 20, 60, 300]))]
    table: list[Row] = [[heading for heading, _ in columns], *rows]
    if rng.random() < 0.2:
        table = [list(column) for column in zip(*table, strict=True)]
    if rng.random() < 0.4:
        table = [["Council return"], [], *table]
    if rng.random() < 0.3:
        table = [[None, *row] for row in table]
    if rng.random() < 0.2:
        table = [["Total children", 120], ["At home", 30], ["Foster", 90], [], *table]
    canaries = [
        str(cell) for row in rows for cell in row if len(str(cell)) > 5 and str(cell)[0] != "S"
    ]
    return Sheet("Sheet1", tuple(tuple(row) for row in table), hidden=rng.random() < 0.2), canaries


COUNCILS = ["Aberdeen City", "Angus", "Dundee City", "East Ayrshire", "Fife", "Moray", "Stirling"]
CATEGORIES = ["At home", "Kinship care", "Foster care", "Residential", "Secure", "Other"]


def count(rng: Random) -> object:
    return rng.choice([rng.randrange(20), rng.randrange(900), "c", "*", "-", "[x]", 1])


def wide(rng: Random) -> list[Row]:
    tops: list[list[object]] = [[*CATEGORIES], [2018, 2019, 2020], ["Male", "Female"], [*range(18)]]
    top = rng.choice(tops)
    first = rng.choice(["Local authority", "Name", "Council", "", "Area"])
    return [
        ["Table 1.1"],
        [],
        [first, *top],
        *([who, *(count(rng) for _ in top)] for who in COUNCILS),
    ]


def grouped(rng: Random) -> list[Row]:
    """Two rows of headings: Sex and Age over counts, of which each row has small ones."""
    below = ["Male", "Female", "Under 1", "1 to 4", "5 to 9"]
    table: list[Row] = [["", "Gender", None, "Age", None, None], ["Council", *below]]
    return [*table, *([who, *(rng.randrange(9) for _ in below)] for who in COUNCILS)]


def tidy(rng: Random) -> list[Row]:
    ones = rng.random() < 0.3
    heads = ["time_period", "la_name", "old_la_code", "new_la_code", "characteristic", "number"]
    rows: list[Row] = [
        [year, who, 800 + i, f"E0600{i:04}", what, "c" if ones else count(rng)]
        for year in (2021, 2022, 2023)
        for i, who in enumerate(COUNCILS)
        for what in CATEGORIES
    ]
    return [[*heads, "percentage"], *([*row, 1 if ones else rng.random()] for row in rows)]


def by_age_and_sex(rng: Random) -> list[Row]:
    id_column = rng.random() < 0.5
    rows: list[Row] = [
        [who, sex, age, rng.randrange(6)] for who in COUNCILS for sex in "MF" for age in range(18)
    ]
    table: list[Row] = [["Area", "Sex", "Age", "Number"], *rows]
    keys: list[object] = ["ID", *range(1, len(rows) + 1)]
    return [[key, *row] for key, row in zip(keys, table, strict=True)] if id_column else table


def schools(rng: Random) -> list[Row]:
    heads: Row = ["URN", "School name", "Postcode", "Age range", "Gender", "Open date", "Pupils"]
    rows: list[Row] = []
    for i in range(40):
        opened = date(2000 + i % 20, 9, 1 + i % 28)
        place = [f"{name(rng)} Primary", postcode(rng)]
        rows.append([100_000 + i, *place, "4-11", "Mixed", opened, rng.randrange(400)])
    return [heads, *rows]


def homes(rng: Random) -> list[Row]:
    heads: Row = ["Name", "Setting type", "Postcode", "Inspection date", "Judgement", "Places"]
    return [heads, *([f"The {name(rng)}", "Children's home", postcode(rng), event(rng), "Good",
                      rng.randrange(9)] for _ in range(40))]  # fmt: skip


def codes(rng: Random) -> list[Row]:
    heads: Row = ["Code", "Name", "Reference"]
    return [heads, *([f"E0600{i:04}", who, rng.randrange(10**9, 10**10)]
                     for i, who in enumerate(COUNCILS))]  # fmt: skip


def notes(rng: Random) -> list[Row]:
    return [
        ["Children looked after", date(2023, 11, 14)],
        ["Contact name", full_name(rng)],
        ["Address", f"1 {name(rng)} Road, {postcode(rng)}"],
        ["Telephone", "0300 111 2222"],
        ["Date of birth", "The day on which a child was born, as the council recorded it."],
        ["Published", "14 November 2023"],
        ["UPN", "Not used in these tables."],
    ]


def by_age(rng: Random) -> list[Row]:
    ages: list[object] = [*range(18), "Total"]
    return [["Age", "Boys", "Girls", "All"], *([age, *(count(rng) for _ in "bga")] for age in ages)]


def series(rng: Random) -> list[Row]:
    days = [date(2010 + i // 12, i % 12 + 1, 28) for i in range(90)]
    return [["Date", "Legal status", "Number"], *([day, legal(rng), count(rng)] for day in days)]


TABLES: tuple[Callable[[Random], list[Row]], ...] = (
    wide, grouped, tidy, by_age_and_sex, schools, homes, codes, notes, by_age, series,
)  # fmt: skip


def counts(rng: Random, which: int) -> Sheet:
    """A table of counts, or of something else that is of no single child."""
    table = TABLES[which % len(TABLES)](rng)
    if rng.random() < 0.2:
        table = [*table, [], *wide(rng)]
    if rng.random() < 0.3:
        table = [[None if cell is None else str(cell) for cell in row] for row in table]
    return Sheet("Table", tuple(tuple(row) for row in table))
