"""The words by which a table or a workbook is known to be about something else, as declarations."""

from typing import Final, NamedTuple


class Words(NamedTuple):
    """What to look for in a text, and the subject that it speaks of."""

    pattern: str
    subject: str


ANY_TIME: Final = "children looked after at any time in a year"
STARTED: Final = "children who started being looked after in a year"
STOPPED: Final = "children who stopped being looked after in a year"
ADOPTIONS: Final = "adoptions"

# Tables: the first that fits names the subject.

TABLES: Final = (
    Words(
        r"^(?!.*\bby\b.*(?:unaccompanied|\buasc\b|asylum)).*(?:unaccompanied|\buasc\b|asylum)",
        "unaccompanied asylum-seeking children only",
    ),
    Words(
        r"convict|final warning|reprimand|offending|offences?\b", "offending by children in care"
    ),
    Words(r"substance misuse|drug misuse", "substance misuse among children in care"),
    Words(
        r"\bsdq\b|strengths and difficulties|emotional and behavioural",
        "the emotional health of children in care",
    ),
    Words(
        r"immunis|dental|dentist|teeth|health (?:care|check|assess|needs)|vaccin",
        "the health of children in care",
    ),
    Words(
        r"attainment|\beducat\w* outcomes|qualification|exclusion|key stage|\bgcse|\bexams?\b"
        r"|(?:school )?attendance|absence|progress 8",
        "education or attainment of children in care",
    ),
    Words(
        r"\bmissing\b.*\b(?:incident|placement|care|episode|authoris)|who (?:were|went|go) missing"
        r"|missing (?:children|from)|away (?:from (?:their )?placement )?without authoris",
        "children who went missing",
    ),
    Words(
        r"(?:new|number of) placements? (?:that )?(?:began|start|made|for|during|in the year)"
        r"|new placements|placements? (?:that )?(?:started|began|starting)",
        "placements that began in a year",
    ),
    Words(
        r"placement (?:moves?|stability|changes?)|(?:three|3) or more placements"
        r"|number of placements (?:in|during)|by number of placements|in the same placement",
        "how often children moved between placements",
    ),
    Words(
        r"return(?:ed|s|ing)? to care|re-?ent(?:er|ry)|subsequent (?:period|episode)",
        "children who came back into care",
    ),
    Words(
        r"(?:ceas\w*|stop\w*|left|leaving) (?:to be |being )(?:looked after|in care)|ceasing"
        r"|no longer looked after|care ceased|(?:left|leaving) care (?:in|during|over)",
        STOPPED,
    ),
    Words(
        r"(?:start\w*|beg[iau]n\w*|becom\w+|became|enter\w+|tak(?:en|ing)) (?:to be |being |into )?"
        r"(?:looked after|care\b)|admi(?:ssion|tted)\w* (?:to|into) care|entrants",
        STARTED,
    ),
    Words(r"adopted|adoptions?\b(?! (?:place|team))|adoption orders?", ADOPTIONS),
    Words(r"special guardianship", "special guardianship orders"),
    Words(
        r"(?:at least|for) (?:twelve|12) months|continuously|(?:twelve|12) months or more",
        "children looked after for at least twelve months",
    ),
    Words(
        r"child protection|protection (?:register|plan)|\bcpr\b|registrations|de-?registr",
        "child protection",
    ),
    Words(r"children in need|\bcin\b(?! code)", "children in need"),
    Words(
        r"secure (?:children'?s homes?|accommodation|care|units?)\b.*(?:capacity|places|occupan)"
        r"|(?:capacity|places|occupancy|beds) (?:in|of) secure",
        "places in secure homes",
    ),
    Words(
        r"foster (?:carer|household)s?.*(?:approved|registered|recruit|number|household|place)"
        r"|number of (?:approved )?foster (?:carer|household)|fostering (?:places|households)",
        "foster carers and fostering places",
    ),
    Words(
        r"expenditure|spend(?:ing)?\b|unit costs?|gross costs?|\bcosts? per|budget|outturn",
        "spending or costs",
    ),
    Words(r"net gain|net migration|imported|exported", "children placed by other authorities"),
    Words(
        r"(?:short[- ]term (?:break|placement)s?|respite)(?!.*exclud).*(?:only|series|exclusive)"
        r"|(?:series|exclusive\w*).*(?:short[- ]term (?:break|placement)s?|respite)",
        ANY_TIME,
    ),
    Words(
        r"at any (?:time|point)|(?:during|throughout) (?:the years?\b|\d{4})"
        r"|in the (?:course of the )?year\b|\bbetween \d.* and \d",
        ANY_TIME,
    ),
)
# Workbooks: the subject that most of the places speak of.

WORKBOOKS: Final = (
    Words(
        r"attainment|exam(?:ination)?s?\b|\bgcse|key stage|qualification|educat\w* outcomes"
        r"|leaver destinations|exclusion|attendance|absence|progress 8|positive destination"
        r"|tariff score|literacy|numeracy",
        "education or attainment of looked after children",
    ),
    Words(
        r"child protection|protection (?:register|plan)|case conference|\bcpr?\b.*regist"
        r"|(?:de-?)?registrations?\b",
        "child protection",
    ),
    Words(r"children in need|\bcin\b|section 47|referrals|\bneed at\b", "children in need"),
    Words(
        r"(?:start|ceas|stop|becom|became|beg[ai]n|enter|left)\w* (?:to be |being )?(?:looked after"
        r"|care\b(?! leaver))|admissions? to care",
        "children who started or stopped being looked after in a year",
    ),
    Words(r"\badopt(?:ed|ions?|ers?)\b|adoption (?:order|scorecard)", ADOPTIONS),
    Words(r"special guardianship|residence orders?|court orders?", "court orders for children"),
    Words(
        r"inspect|ofsted|overall effectiveness|care inspectorate|\bgrad(?:e|ing)s?\b|judgement"
        r"|outcome of visit|registered manager",
        "inspections of children's homes or services",
    ),
    Words(
        r"\bcosts?\b|expenditure|spend(?:ing)?\b|\u00a3|budget|outturn|unit cost|section 251"
        r"|deflator|income|funding",
        "spending, budgets or costs",
    ),
    Words(
        r"workforce|social workers?\b|vacanc|\bfte\b|turnover|agency (?:staff|work)|caseload"
        r"|headcount of staff|staff(?:ing)?\b|sickness",
        "staff and the social work workforce",
    ),
    Words(
        r"foster (?:carer|household|famil)\w*.*(?:approv|regist|recruit|enquir|applic|capacity)"
        r"|(?:approved|registered|vacant) (?:foster|places)"
        r"|fostering (?:agenc|places|households|in)|mainstream fostering",
        "foster carers and fostering places",
    ),
    Words(
        r"population (?:projection|estimate)|projected population|mid-?year|projection|households?"
        r" projection|births?\b|deaths?\b",
        "estimates or projections of the population",
    ),
    Words(
        r"net (?:gain|migration|import)|imported|exported|out of area|cross-border",
        "children placed by one authority in the area of another",
    ),
    Words(
        r"immunis|dental|dentist|health (?:check|assessment|visitor)|\bsdq\b|substance misuse"
        r"|hospital|obes|breastfe|vaccin|mental health|\bcamhs\b|27-30 month",
        "health of children",
    ),
    Words(
        r"offend|offence|convict|youth justice|\bcrime|custody|reconvict|probation|court",
        "offending",
    ),
    Words(
        r"pupil census|school census|pupils?\b|\bclass size|free school meals|teachers?\b",
        "pupils and schools",
    ),
    Words(
        r"secure (?:children'?s home|unit|accommodation|estate).*(?:place|capacity|occupan|bed)"
        r"|(?:places|capacity|occupancy).*secure",
        "places in secure children's homes",
    ),
    Words(r"missing (?:incident|episode|from|child|person)|went missing", "missing incidents"),
    Words(
        r"homeless|housing|tenanc|dwelling|council house|rent\b|affordable home|mortgage",
        "housing",
    ),
    Words(
        r"early years|nurser(?:y|ies)|childcare|childmind|funded (?:entitlement|hours)",
        "early years and childcare",
    ),
    Words(r"price index|\bcpi\b|\brpi\b|inflation|prices?\b|\bgdp\b", "prices"),
    Words(
        r"school name|\burn\b.*school|establishment (?:name|number)|phase of education"
        r"|\bschools?\b|head ?teacher",
        "a list of schools",
    ),
    Words(
        r"employment rate|unemploy|claimant|earnings|labour market|apprentic", "work and earnings"
    ),
    Words(r"older people|adult social care|care homes? for (?:adults|older)|dementia|home care",
           "care of adults"),
)  # fmt: skip
OURS: Final = (
    r"looked after (?:at|on|as at|by (?:type|placement|accommodation|legal|age))\b"
    r"|looked[- ]after children (?:at|on|by|who|aged)\b|looked after children\)?$"
    r"|(?:number|total|all|no\.?) (?:of )?looked[- ]after children"
    r"|(?:number|total|all|no\.?) (?:of )?children (?:and young people )?looked after"
    r"|^(?:children )?looked after(?: children)?$|children \((?:community|residential)\)"
    r"|\bcla\b|\bcla_|care leavers?\b|after-?care|through ?care|continuing care"
    r"|placement type|type of (?:placement|accommodation|care)|\blac\b.*placement"
)
