"""The words of headings over lists with one row per child, as declarations.

Each list is of whole phrases in small letters, without the words in STOP, parted by `|`.
"""

from typing import Final

Role = str
"""Of one person: name, birth, id, address. Of a person's life: sex, age, legal, placement, trait,
event (a day). Else: key (a reference of any kind), label (a name of anything), person (a word for
one, and no more), date, number (a
number that describes one child), count, place, public (a day in the life of a home or a file)."""

STOP: Final = frozenset("of the for s a an y yr in is and on at to as".split())
PERSONS: Final = frozenset(
    "child childs young person persons yp client clients pupil pupils pers user users"
    " patient learner student mc mother mothers father fathers carer carers"
    " sibling siblings children childrens lac cla plentyn leaver leavers".split()
)
MANY: Final = frozenset("lac cla children childrens clients pupils users leavers carers".split())
SERVED: Final = frozenset("leaver leavers carer carers user users".split())
CARE: Final = frozenset("care foster kinship service".split())
"""Words before one of those in SERVED: "foster carer", "service user"."""
SINGULAR: Final = {
    word + ending: word
    for word in (
        "name forename surname initial date birth address id identifier postcode dob upn gender"
        " age placement reference ref phone".split()
    )
    for ending in ("s", "es")
}
COUNTING: Final = frozenset(
    "number numbers no nos count counts total totals percent percentage percentages rate rates"
    " value values headcount frequency n proportion share average mean all sum".split()
)
FORMATS: Final = frozenset("dd mm yy yyyy ddmmyyyy ddmmyy ccyy required".split())

SURE: Final[dict[Role, str]] = {
    "name": "forename|surname|first name|last name|family name|given name|middle name|maiden name"
    "|preferred name|forename surname|surname forename|name surname forename|first name last name"
    "|first name surname|cyfenw|enw cyntaf|enw plentyn|enwr plentyn|christian name",
    "birth": "dob|date birth|birth date|birthdate|birthday|date born|dyddiad geni",
    "id": "nhs number|nhs no|nhs id|nhsno|nhs num|chi|chi number|chi no|hcn|hcn number|hcn no"
    "|h c number|h c no|health care number|upn|former upn|unique pupil number|uln"
    "|unique learner number|national insurance number|national insurance no|nino|scottish candidate"
    " number|scn|swift id|swift number|swift no|swift ref|liquidlogic id|liquid logic id|lcs id"
    "|ics id|mosaic id|mosaic number|mosaic no|care first id|carefirst id|carefirst number"
    "|carefirst no|carefirst ref|care first number|care first no"
    "|care first ref|lac id|cla id|lac unique id|looked after id"
    "|soscare number|soscare no|soscare id|paris id"
    "|eclipse id|azeus id|frameworki id|fwi id|protocol id|careworks id|seemis id|ssid"
    "|social services id|social work id|swis id|swis number|rhif gig|pnc id|mosaic person id"
    "|swift person id|la child id|local authority child id|home office number|legacy id",
}
"""Strong by themselves."""

OF_A_PERSON: Final[dict[Role, str]] = {
    "name": "name|full name|initial|enw|legal name|surname initial|forename initial|alias",
    "birth": "birth",
    "id": "id|identifier|unique id|unique identifier|unique ref|unique reference|ref|reference"
    "|system id|case id|record id|local id|la id|key|code|unique|local authority id|uid|file id"
    "|unique code|unique key|unique number|unique no"
    "|reference number|ref no|case number|case no",
    "address": "address|postcode|post code|home address|home postcode|home post code|current"
    " address|current postcode|telephone|phone|phone number|mobile|mobile number|telephone number"
    "|email|email address|address postcode|placement address|placement postcode|previous address"
    "|cyfeiriad|cod post",
}
"""Strong beside a word for a person: "YP Name", "ID of child"."""

MANY_TOO: Final = frozenset(("name", "address"))
"""Roles that stay so of several: "Names of children"; "Children: number" is no identifier."""

DESCRIBING: Final[dict[Role, str]] = {
    "label": "name|full name|initial|enw|worker|alias",
    "key": "number child|child number|child no|client no|client number|person number|person no"
    "|pupil number|yp number|yp no|id|identifier|unique id|unique identifier|ref|reference"
    "|reference number|ref no|case id|case ref|case number|case no|case|record id|record|uid|key"
    "|row id|unique reference|unique ref"
    "|unique reference number|unique number|system id|case reference|local id|serial|serial number",
    "address": "home address|home postcode|home post code|home post|pl post|placement address"
    "|placement postcode|placement post code|address|postcode|post code|cyfeiriad|cod post",
    "sex": "sex|gender|gender current|gender identity|m f|male female|rhyw|current gender",
    "age": "age|age years|current age|age today|age start|age 31 march|age 31 july|age now|oedran"
    "|age entry|age placement|age last birthday|age census",
    "legal": "legal status|legal reason|legal basis|statute|statute code|legal reason code|ls"
    "|legal status code|section|order type|legal order|type order|statws cyfreithiol|legal",
    "placement": "placement|placement type|type placement|placement code|place|placement type code"
    "|accommodation type|type accommodation|accommodation|current placement|type care|lleoliad"
    "|accommodation type census|placement category|care type|placement name|placement provider"
    "|place provider|placement details|placement description|accommodation census|destination",
    "trait": "ethnic|ethnicity|ethnic group|ethnic origin|ethnic background|ethnicity code|religion"
    "|disability|disability flag|disabled|uasc|uasc status|nationality|first language|language"
    "|need code|category need|cin|mother|school|social worker|allocated worker|key worker|team"
    "|reason|destination|pathway plan|pathway coordinator|reason placement change|rne|economic"
    " activity|care plan|immigration status|additional support needs|asn|carer|foster carer",
    "event": "start|end|started|ended|placed|admitted|moved in",
    "date": "date|day|dyddiad",
    "number": "number placements|no placements|placements|placement moves|number moves|moves"
    "|number episodes|number previous placements|placements year|sdq|sdq score|weeks|weeks care"
    "|days care|days|months care|time care|length stay|days placement|duration|duration care"
    "|number social workers|missing episodes|number missing episodes|weeks looked after|months"
    "|days looked after|months looked after|year group|school year|nc year|attendance"
    "|year birth|birth year|month birth|year month birth",
    "place": "la|local authority|council|authority|area|region|ward|la name|local authority name"
    "|school name|establishment|establishment name|provider|provider name|home|home name|trust"
    "|service name|setting|setting name|organisation|la code|country|indicator|measure|code"
    "|reporting authority|year|time period|period|category|characteristic|source|variable|field",
}

EVENT: Final = frozenset(
    "placement placed looked after lac cla episode start started end ended ceased cease legal order"
    " discharge discharged admission admitted accommodated became become becoming destination entry"
    " entered left leaving care review permanence period poc decom".split()
)
MEASURING: Final = frozenset(
    "cost costs weekly fee fees allowance length duration months weeks days miles distance score"
    " scores hours time".split()
)
"""What is measured of one child and is no count of children."""

PUBLIC: Final = frozenset(
    "inspection inspected inspect published publication opened open opening closed closing close"
    " registered registration visit report updated created modified received submitted approved"
    " approval release due version return established incorporation deadline".split()
)
"""Days in the life of a home, a school or a file."""

ENGLISH_RETURN: Final = frozenset(
    "child|dob|sex|gender|ethnic|upn|mother|mc dob|decom|rne|ls|cin|place|place provider|dec|rec"
    "|reason place change|home post|pl post|urn|duc|review|review code|sdq score|sdq reason"
    "|health check|teeth check|activ|accom|date int|date match|nb adoptr|sex adoptr|ls adoptr"
    "|date placed|date placed ceased|reason placed ceased|mis start|mis end|prev perm|la perm"
    "|date perm|sw id|sw decom|sw dec|sw reason|pl la|pl location|pl distance|former upn|child id"
    "|person birth date|gender current|poc start|plan start".split("|")
)

FIELD: Final = frozenset(
    "text string free numeric number integer date alphanumeric varchar char character code lookup"
    " mandatory optional required conditional yes no true false blank format example field column"
    " description type length enter insert please drop-down dropdown list automatic calculated"
    " derived identifier personal sensitive collected required omitted removed redacted".split()
)
"""Words that describe a column of a return and are no answer in it."""

NO_NAMES: Final = FIELD | frozenset(
    "looked after child young person persons leaver leavers eligible relevant former qualifying"
    " disabled aged under over boy boys girl girls male female white black asian mixed british"
    " scottish irish english welsh african caribbean chinese indian residential secure kinship"
    " support supported worker manager officer teacher nurse doctor adviser advisor coordinator"
    " social legal status placement placements plan planning protection register order orders"
    " supervision compulsory permanence aftercare continuing adoption adopted returned moved"
    " living independent independently family families parent parents relative relatives friend"
    " friends start end number new current previous first last next name health education"
    " training employment work full part time long short term local authority group category"
    " in need at no on by up out per day days week weeks month months service adult adults"
    " first second third section act higher further".split()
)
"""Words that no name of a child in a list holds."""
