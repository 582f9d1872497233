"""The labels of England's national statistics, from the tables of 2005 on to the open data.

A number in front of a label changed its meaning between releases: group 4 was other placements in
the community up to 2023, and secure and children's homes from 2024. The words decide. Only
"Living independently" was the same twice, so there the number is part of the label.
"""

from typing import Final

ENGLAND: Final[dict[str, str]] = {
    "total": "CLA_Mar | All children looked after | Total children",
    "foster": (
        "Foster placements | Total foster placements | CLA_Fost | Foster placement | In foster"
        " placements | Total children in foster placements"
    ),
    "adopters": "Placed for adoption | Total placed for adoption | CLA_Adopt | Placed for adoption"
    " (including placed with former foster carer) | Total placed for adoption placements",
    "at_home": (
        "Placement with parents | Placed with parents | CLA_Parent | With parents"
        " | Placed with parents or other person with parental responsibility"
        " | Total placed with parents or other person with parental responsibility"
        " | Placement with parents or other person with parental responsibility"
        " | Placement with parents or person with parental responsibility"
        " | Placed with own parents | Placed with own parents or other person with parental"
        " responsibility | With own parents or other person with parental responsibility"
        " | Placement with own parents or other person with parental responsibility"
        " | Placed with own parent(s) or other person with parental responsibility"
    ),
    "other_community": (
        "Other placement in the community | Other placements in the community | CLA_Ocom"
        " | Total other placements in the community"
    ),
    "homes_and_semi_independent": (
        "Secure units, children's homes and hostels | CLA_Secure"
        " | Secure units, children's homes and semi-independent living accommodation"
        " | Total secure units, children's homes and semi-independent living accommodation"
        " | Secure units, children's homes or semi-independent living accommodation"
        " | Secure unit, children's home or semi-independent living accommodation"
    ),
    "secure": "Secure units | Secure unit | Secure children's home | Secure home"
    " | Total secure units | Total secure homes",
    "childrens_homes": (
        "Children's homes subject to children's homes regulations | Children's homes"
        " | Total children's homes subject to children's homes regulations"
        " | Homes and hostels subject to children's homes regulations"
    ),
    "semi_independent": (
        "Semi-independent living accommodation not subject to children's homes regulations"
        " | Semi-independent living accommodation | Semi-independent living"
        " | Semi-independent accommodation"
    ),
    "secure_and_childrens_homes": (
        "Secure homes and children's homes | Total secure homes and children's homes"
        " | Secure children's homes and children's homes | Secure units and children's homes"
    ),
    "independent_and_supported": (
        "Independent and semi-independent living arrangements/supported accommodation"
        " | Independent and semi-independent living arrangements or supported accommodation"
        " | Total independent and semi-independent living arrangements/ supported accommodation"
    ),
    "living_independently": "5b Living independently",
    "supported_accommodation": "Supported accommodation | 5c. Supported accommodation",
    "other_residential": "Other residential settings | Total other residential settings | CLA_Ores"
    " | Other residential setting",
    "residential_school": "Residential schools | Total residential schools | CLA_RSch",
    "other": "Other placement | Other placements | Total other placements | CLA_OthPl",
    "finer": (
        "4a Living independently | Living independently | Residential employment"
        " | Total foster placements inside council boundary"
        " | Total foster placements outside council boundary"
        " | Total foster placements inside council boundary with relative or friend"
        " | Total foster placements outside council boundary with relative or friend"
        " | Total foster placements inside council boundary with other foster carer"
        " | Total foster placements outside council boundary with other foster carer"
        " | With relative or friend who is also approved adopter (FFA) or concurrent planning"
        " | With relative or friend not FFA/concurrent planning"
        " | With other foster carer who is also approved adopter (FFA) or concurrent planning"
        " | With other foster carer not FFA/concurrent planning"
        " | Foster placement inside council boundary | Foster placement outside council boundary"
        " | Inside council boundary | Outside council boundary | Inside LA boundary"
        " | Outside LA boundary | With relative or friend | With a relative or friend"
        " | Relative or friend | With relatives or friends | Relatives or friends"
        " | With other foster carer | Other foster carer | With other foster carers"
        " | Foster carer provided by council | Foster carer arranged through agency"
        " | With other foster carer provided by council"
        " | With other foster carer arranged through agency | Provided by council"
        " | Arranged through agency | Kinship | Kinship care | Kinship carers | Kinship foster care"
        " | With kinship carers | Friends or relatives | With friends or relatives"
        " | Friends/relatives | With friends/relatives | Family and friends | Connected persons"
        " | Placed for adoption with consent with current foster carer"
        " | Placed for adoption with placement order with current foster carer"
        " | Placed for adoption with consent not with current foster carer"
        " | Placed for adoption with placement order not with current foster carer"
        " | Placed for adoption with current foster carer"
        " | Placed for adoption not with current foster carer"
        " | Secure unit placement inside the council boundary"
        " | Secure unit placement outside the council boundary"
        " | Secure unit inside council boundary | Secure unit outside council boundary"
        " | Secure home placement inside the council boundary"
        " | Secure home placement outside the council boundary"
        " | Children's home placement inside the council boundary"
        " | Children's home placement outside the council boundary"
        " | Children's homes inside council boundary | Children's homes outside council boundary"
        " | Homes and hostels subject to children's homes regulations inside council boundary"
        " | Homes and hostels subject to children's homes regulations outside council boundary"
        " | Hostels and other supportive residential placements"
        " | Hostels and other supportive residential settings"
        " | Residential care homes | Residential care home"
        " | NHS Trust providing medical or nursing care"
        " | NHS/Health Trust or other establishment providing medical or nursing care"
        " | NHS/Health Trust | Family centre or mother and baby unit"
        " | Young offenders institution or prison | Young offender institution or prison"
        " | Lodgings, residential employment or living independently"
        " | Living independently or in residential employment | Missing"
        " | Absent for more than 24 hours from agreed placement"
        " | In refuge (section 51 of Children Act 1989) | Whereabouts known (not in refuge)"
        " | Whereabouts unknown | Missing or whereabouts unknown | Temporary placement"
    ),
}
