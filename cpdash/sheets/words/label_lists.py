"""The printed labels of places where children live, by country: label -> category. Data only.

"finer" is a part of a category, or a mixture of some, that the dashboard does not hold.
Spelling is compared without capitals, punctuation and plurals; a country's own meaning of a label
comes before the general one.
"""

from typing import Final

from cpdash.sheets.words.labels_england import ENGLAND

Printed = dict[str, str]
"""Category code -> its labels, with | between them."""

GENERAL: Final[Printed] = {
    "total": (
        "Total | All | Grand total | Overall total | All ages | Total all ages | All children"
        " | Total children | Total number of children | Total boys and girls | Boys and girls"
        " | All persons | All looked after | Total looked after | All children looked after"
        " | Children looked after | Looked after children | Total children looked after"
        " | Total looked after children | Number looked after | All looked after children"
        " | Total number of looked after children | LAC | Total LAC | LAC total | Total CLA"
        " | CLA total | Number of CLA | Number of LAC | No of CLA | All LAC | All CLA"
        " | CLA at month end | LAC at month end | All placements | Total placements"
        " | All placement types | Total all placements | Total eligible | All eligible"
        " | Total number eligible | Looked after | Total number looked after"
        " | Children and young people looked after | Looked after children and young people"
        " | Looked after population | Total population of looked after children | In care"
        " | Children in care | Total children in care | All children in care"
    ),
    "community": (
        "Community | In the community | In community | Community placements"
        " | In community placements | Community setting | In a community setting"
        " | In community settings | Looked after in the community | Community total"
        " | Total in the community | Community accommodation | In community accommodation"
    ),
    "at_home": (
        "At home | At home with parent | Home with parents | Looked after at home"
        " | Looked after at home with parents | With parents | Parents | Placed with parents"
        " | Placement with parents | Living with parents | Home supervision"
        " | Home supervision order | Home supervision requirement | At home on supervision"
        " | CSO at home | At home with parents (s.83 CSO)"
        " | At home on a compulsory supervision order | Compulsory supervision order at home"
        " | Placed at home | Placed at home with parents"
    ),
    "kinship": (
        "Kinship | Kinship care | Kinship carers | Kinship placement | In kinship care"
        " | With kinship carers | Formal kinship care | Friends or relatives | Friends/relatives"
        " | With friends or relatives | With friends/relatives | Friends and relatives"
        " | With friends and relatives | With relatives or friends | Relatives or friends"
        " | With kinship carers: friends/relatives | Kinship carers: friends/relatives"
        " | With kinship carers (friends/relatives) | Kinship care (friends/relatives)"
        " | With friends/relatives (kinship care) | Looked after in kinship care"
        " | Living with kinship carers | Placed with kinship carers | Family and friends"
    ),
    "foster": (
        "Foster | Fostering | Foster care | In foster care | Foster carers | With foster carers"
        " | Foster families | With foster families | Foster placement | Foster placements"
        " | In foster placements | Foster care placements | Foster carers total | Total foster care"
        " | All foster care | All foster carers | Fostered | Foster home"
        " | Foster carers (provided + purchased) | Foster care (all)"
        " | With foster carers (provided or purchased by LA)"
    ),
    "foster_authority": (
        "With foster carers provided by LA | Foster carers provided by LA"
        " | Foster care provided by LA | With foster carers provided by the council"
        " | Foster carers provided by the council | In-house foster care | In house foster carers"
        " | In-house fostering | In-house foster | In-house foster placements"
        " | Internal foster care | Internal foster carers | Internal fostering"
        " | Foster care (in-house) | Foster carers (in-house) | Foster care - internal"
        " | Foster carers - internal | Fostering - internal | Council foster carers"
        " | Council foster care | Local authority foster carers | Local authority foster care"
        " | Foster carers (council) | Foster families (council) | Foster care (local authority)"
        " | Foster carers (local authority) | With council foster carers"
        " | With local authority foster carers | Foster carers provided"
        " | Foster care - provided by LA"
    ),
    "foster_purchased": (
        "With foster carers purchased by LA | Foster carers purchased by LA"
        " | Foster care purchased by LA | With foster carers purchased by the council"
        " | Foster carers purchased by the council | Purchased foster care"
        " | Purchased foster carers | Independent fostering agency | IFA | IFA foster care"
        " | Independent foster agency | Independent foster care | Independent foster carers"
        " | External foster care | External foster carers | External fostering"
        " | Foster care (external) | Foster carers (external) | Foster care - external"
        " | Foster carers - external | Fostering - external | Foster carers (purchased)"
        " | Foster families (purchased) | Foster care (purchased) | Agency foster care"
        " | Agency foster carers | Foster carers (another agency) | Foster care (IFA)"
        " | Foster families (another agency) | Foster care - purchased by LA"
    ),
    "adopters": (
        "Prospective adopters | With prospective adopters | Adopters | Prospective adoption"
        " | Prospective adoptive placement | Prospective adoptive parents"
        " | With prospective adoptive parents | Placed with prospective adopters"
        " | Placed for adoption | Placement for adoption | Adoptive placement | For adoption"
        " | Pre-adoptive placement | Adoption placement | Pre-adoption placement"
    ),
    "foster_and_adopters": (
        "Foster carers and prospective adopters | Foster carers or prospective adopters"
        " | Foster carers + prospective adopters | Foster / Prospective adopters"
        " | Foster carers/prospective adopters | With foster carers/prospective adopters"
        " | Foster care incl. prospective adopters | Foster care (incl. prospective adopters)"
        " | Foster care including prospective adopters | Foster and prospective adopters"
        " | Foster carers including prospective adopters | Foster care/prospective adopters"
        " | Foster care and prospective adopters | Foster (including adopters)"
        " | Foster care (including adopters) | Foster including prospective adopters"
    ),
    "other_community": "Other community | In other community | Other in the community"
    " | Other community setting | In other community setting | Other (community)",
    "residential": (
        "Residential | Residential care | Residential accommodation | In residential care"
        " | In residential accommodation | Residential placement | In residential placements"
        " | Residential setting | In a residential setting | In residential settings"
        " | Residential care setting | In residential care settings | Residential total"
        " | Residential accommodation total | Residential care total | All residential care"
        " | Residential (all) | Residential care (including secure) | Residential care incl. secure"
        " | Residential (including secure) | Looked after in residential care"
        " | Residential care (total) | Residential including secure care"
        " | Residential including secure accommodation"
    ),
    "residential_not_secure": (
        "Residential (not secure) | Residential, not secure | Residential care, not secure"
        " | Residential care (not secure) | Residential care without secure"
        " | Residential non-secure | Residential (non-secure) | Residential care (non-secure)"
        " | Residential excluding secure | Residential care excluding secure"
        " | Residential (excl. secure) | Residential care (excl. secure)"
        " | Residential accommodation (excluding secure) | Residential (excluding secure care)"
        " | Residential care (excluding secure accommodation)"
    ),
    "authority_home": (
        "In local authority home | Local authority home | In LA home | Council home"
        " | Council children's houses | Children's houses (council) | Council children's homes"
        " | Local authority children's home | Residential (in-house) | In-house residential"
        " | Internal residential | Residential - in-house | Residential - internal"
        " | Residential (internal) | Residential care (in-house) | In-house residential care"
        " | Residential care (internal) | Local authority residential home"
        " | Local authority residential care | Council residential care | LA residential"
        " | Children's houses (local authority) | Children's homes (local authority)"
        " | Own residential units | Council residential units | Local authority children's house"
    ),
    "voluntary_home": "In voluntary home | Voluntary home | Voluntary children's home"
    " | Voluntary sector home | Children's houses (voluntary)",
    "residential_school": "Residential school | In residential school | School residential"
    " | Residential schools (including boarding) | Residential education",
    "secure": "Secure | Secure care | Secure accommodation | In secure accommodation"
    " | In secure care | Secure unit | In secure unit | Secure placement | Secure care placement",
    "crisis": "Crisis care | In crisis care | Crisis",
    "other_residential": "Other residential | In other residential | Other residential care"
    " | Other residential setting | In other residential settings | Other (residential)"
    " | Other residential accommodation",
    "supported_accommodation": "Supported accommodation | In supported accommodation",
    "childrens_homes": "Children's home | In children's homes | Children's houses"
    " | In children's houses | Children's residential home | Children's residential house",
    "away_from_home": (
        "Away from home | Looked after away from home | Accommodated away from home"
        " | Total away from home | Children looked after away from home | All away from home"
    ),
    "other": "Other | Others | Other placement | Other placements | Elsewhere | Living elsewhere"
    " | Other placement type | Other types of placement",
    "finer": (
        "Of which other | Of which: other placements | Supported lodgings | In supported lodgings"
        " | External residential | Residential (external) | External residential care"
        " | Purchased residential care | Residential care (external) | Residential (purchased)"
        " | Independent residential | Other community placement | Hospital | Refuge"
        " | Residential care homes | Young offenders institution | Mother and baby unit"
        " | Family centre | Family-based | Foster and kinship | Foster care and kinship care"
        " | Kinship and foster care | With relatives | With family or friends | Lodgings"
        " | Own accommodation | Own tenancy | Homeless | Hostel | Bed and breakfast | Custody"
        " | In custody | Respite or short-term care | Respite | Short break | Respite care"
        " | UASC in supported accommodation"
    ),
}

WALES: Final[Printed] = {
    "at_home": "Placed with own parents or other person with parental responsibility"
    " | With own parents or other person with parental responsibility"
    " | With parents or other person with parental responsibility | Own parents"
    " | Placed with parents or other person with parental responsibility | With own parents",
    "foster": "Total foster placements | Foster placements | In foster care placements",
    "living_independently": "Living independently",
    "secure": "Secure unit | Secure units | Secure | In secure unit",
    "childrens_homes": "Children's homes",
    "finer": "With relatives | With relatives or friends"
    " | Foster placement with relative or friend | Relative or friend | With a relative or friend"
    " | Placed with other foster carer | Other foster carer | With other foster carer | Kinship"
    " | Kinship care | Kinship carers | With kinship carers | Friends or relatives"
    " | Relatives or friends | Friends and relatives | Family and friends"
    " | In lodgings, residential employment or hostel | Lodgings, residential employment or hostel"
    " | Secure units, children's homes and hostels | Living independently or in other placements"
    " | Absent from placement | Inside local authority | Outside local authority"
    " | Foster care (relatives or friends) | Kinship foster care",
}

NORTHERN_IRELAND: Final[Printed] = {
    "kinship": "Kinship foster care | Kinship foster carers | Foster care (kinship)"
    " | Foster care - kinship | Kinship fostering | Kinship foster placement",
    "foster": "Non-kinship foster care | Foster care (non-kinship) | Non kinship foster carers"
    " | Foster care - non-kinship | Stranger foster care | Non-kinship fostering | Non-kinship",
    "at_home": "Placed with parents | Placed with parent | Placed with parents/family"
    " | With parents | At home with parents | Placed at home with parents | Placed with a parent"
    " | Home placement",
    "living_independently": "Independent living | Living independently",
    # Here they print kinship among foster care, which would count those children twice.
    "finer": "Foster | Foster care | Foster placement | In foster care | Foster carers"
    " | Total foster care | All foster care | With foster carers | Fostering"
    " | Placed with family",
}

# Elsewhere these words are said of an order or an agreement.
SCOTLAND: Final[Printed] = {"away_from_home": "Looked after and accommodated | Accommodated | LAAC"}

COUNTRIES: Final[dict[str, Printed]] = {
    "Scotland": SCOTLAND,
    "England": ENGLAND,
    "Wales": WALES,
    "Northern Ireland": NORTHERN_IRELAND,
}

UNDER_GROUPS: Final[dict[str, Printed]] = {
    "community": {"other_community": "Other | Others | Other placement | Elsewhere"},
    "residential": {
        "other_residential": "Other | Others | Other home | Other placement | Other setting",
        "authority_home": "Local authority | LA home | In-house | Internal | Council"
        " | Provided by LA | LA",
        "voluntary_home": "Voluntary",
        "residential_school": "School",
        "finer": "External | Purchased | Independent | Private",
    },
    "foster": {
        "foster_authority": "Provided by LA | Provided by the council | In-house | Internal"
        " | Local authority | Council | LA | Provided",
        "foster_purchased": "Purchased by LA | Purchased by the council | Purchased | External"
        " | Independent | IFA | Agency | Independent fostering agency",
        "finer": "Kinship | With relative or friend | Relative or friend | With other foster carer"
        " | Other foster carer | Other",
    },
    "other_community": {"finer": "Living independently | Residential employment"},
    "independent_and_supported": {"living_independently": "Living independently"},
}
"""What a label means only below the heading of a group."""

HANGS_ON_ITS_GROUP: Final = (
    "Total | All | Totals | Other | Others | Other placement | Other placements | Elsewhere"
    " | All children | Total children | Total number of children | Sub-total | Subtotal | External"
    " | All placements | Total placements | Other placement type"
)
"""Labels that say nothing by themselves below a heading that is not one of those above."""
NEEDS_A_GROUP: Final = "Other | Others | Elsewhere"
"""Labels of every breakdown, until it is known that the list is one of places."""
TOTALS_OF_A_GROUP: Final = "Total | All | Totals | Sub-total | Subtotal | Group total"
