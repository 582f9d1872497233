"""Labels of breakdowns that the dashboard does not hold, and headings of columns. Data only."""

from typing import Final

BREAKDOWNS: Final = (
    # Who they are.
    "Male | Female | Boys | Girls | Men | Women | Boy | Girl | Males | Females | Gender | Sex",
    "White | Mixed | Asian | Black | Asian or Asian British | Black or Black British"
    " | Mixed or multiple ethnic groups | Other ethnic group | Other ethnic groups"
    " | Minority ethnic groups | White British | White Irish | Traveller of Irish heritage"
    " | Gypsy Roma | Gypsy/Roma | Any other white background | White and Black Caribbean"
    " | White and Black African | White and Asian | Any other mixed background"
    " | Asian or Asian British | Indian | Pakistani | Bangladeshi | Chinese"
    " | Any other Asian background | Black, African, Caribbean or Black British | Caribbean"
    " | African | Any other Black background | Refused or information not yet available | Refused"
    " | Information not yet obtained | Black, Black British, Caribbean or African"
    " | Mixed ethnicity | Not known | Not disclosed | Unknown ethnicity | White Scottish"
    " | Other white British | Asian, Asian Scottish or Asian British | Other ethnic background",
    "All mothers aged 12 or over looked after on 31 March | Mothers | Disability"
    " | With a disability | With disabilities | Known to have a disability | No disability"
    " | Additional support needs | No additional support needs | Disabled | Not disabled",
    "UASC | UASC children | Unaccompanied asylum seeking children | Non-UASC | Not UASC"
    " | Unaccompanied asylum-seeking child | Unaccompanied asylum seeking child (UASC)"
    " | Unaccompanied asylum seeking children (UASC) | Non-UASC children",
    # Why, and under which law.
    "Care orders | Interim care orders | Full care orders | Freed for adoption"
    " | Placement order granted | Placement orders | Accommodated under S20 | Section 20"
    " | Voluntary agreements under S20 CA 1989 | Detained for child protection"
    " | Detained on child protection grounds in LA accommodation | Youth justice legal statuses"
    " | Detained on child protection grounds in LA accomodation | Legal status | Section 25"
    " | Single period of accommodation under section 20 | Other legal status"
    " | Remand, detained or other compulsory order | Section 76 | Compulsory supervision order"
    " | Permanence order | Supervision requirement | Child protection measure | Warrant",
    "Abuse or neglect | Child's disability | Child's disability or illness"
    " | Parental illness or disability | Parents illness or disability | Family in acute stress"
    " | Family dysfunction | Socially unacceptable behaviour | Low income | Absent parenting"
    " | Category of need | N1 | N2 | N3 | N4 | N5 | N6 | N7 | N8",
    # Who provides it, how far away, for how long.
    "Own provision (by the local authority) | Own provision | Other local authority provision"
    " | Other public provision (e.g. by a PCT etc.) | Other public provision | Private provision"
    " | Voluntary/third sector provision | Placement provider not reported"
    " | Parents or other person with parental responsibility | Own provision by the LA"
    " | External placements | External providers | External placement | Placed externally",
    "20 miles or less | Over 20 miles | Distance not known or not recorded"
    " | Not recorded or not known | Inside boundary | Outside boundary"
    " | All children placed within LA boundary | Children placed internally within LA boundary"
    " | External children placed within LA boundary | Net gain of children by responsible LA"
    " | Inside local authority in Wales | Outside local authority in Wales | Outside Wales"
    " | In the council area | Outside the council area | Out of authority | Out of area"
    " | In area | Within authority | Outwith authority | Within the council area"
    " | Outwith the council area",
    "Less than 6 months | 6 months to under 1 year | 1 year to under 3 years"
    " | 3 years to under 5 years | 5 years and over | Under 6 months | More than 5 years"
    " | One placement | Two placements | Three or more placements | 1 placement | 2 placements"
    " | 3 or more placements | More than one placement",
    # Not a count on one day.
    "CLA | CLA_stp | CLA_male | CLA_female | CLA_U1 | CLA_1to4 | CLA_5to9 | CLA_10to15 | CLA_16over"
    " | CLA_White | CLA_Mixed | CLA_Asian | CLA_Black | CLA_EOTH | CLA_Oth | CLA_ICO | CLA_FCO"
    " | CLA_FrAd | CLA_PlaceO | CLA_S20 | CLA_CPG | CLA_YJLS | CLA_UASC | CLA_OwnP | CLA_OthLA"
    " | CLA_OthPP | CLA_Priv | CLA_Vol | CLA_Par | CLA_Nrep | CLA_InBound | CLA_Outbound"
    " | CLA_ExtPl | CLA_NetGain",
    "Started to be looked after | Ceased to be looked after | Children starting to be looked after"
    " | Children ceasing to be looked after | New placements | Adopted | Admissions | Discharges"
    " | Children looked after during the year | Children looked after at any time during the year"
    " | All children looked after during the year",
)

HEADS: Final[dict[str, str]] = {
    "area": (
        "Area | Local authority | Local authorities | Council | Councils | Council area | Authority"
        " | LA | LA name | Local authority name | Council name | Area name | Trust | HSC Trust"
        " | Health and Social Care Trust | Region | Region name | Country | Country name | la_name"
        " | geog_n | region_name | country_name | Geography | Geography name | GeographyName"
        " | Feature name | FeatureName | Reference area | Local authority area | Nation"
        " | Responsible local authority | Local government | LA_Information_LocalAuthority"
        " | Entity | Unitary authority"
    ),
    "code": (
        "Code | Area code | GSS code | Geography code | GeographyCode | new_la_code | country_code"
        " | region_code | New_geog_code | Local authority code | LA code | ONS code | S code"
        " | Council code | Feature code | FeatureCode | Area_Code | lad_code | ONS area code"
        " | Local authority area code | New LA code | Nine digit code | geog_code | Region code"
    ),
    "old_code": "old_la_code | geog_c | Old LA code | DfE code | LA number | Old geography code"
    " | LEA code",
    "time": (
        "Year | Years | time_period | Time period | Date | Census date | Census | Period"
        " | Collection year | Collection Year (at 31 March) | DateCode | Date code | Financial year"
        " | Reporting year | Quarter | Snapshot date | As at | Reference period | Year ending"
        " | Quarter ending | Census year | LA_Data_LGBF_Year | Return year | Month"
    ),
    "time_kind": "time_identifier | Time identifier",
    "category": (
        "Placement | Placements | Placement type | Type of placement | placement_type | Setting"
        " | Accommodation | Accommodation type | Type of accommodation | Care setting"
        " | Type of care | Type of care setting | characteristic | Category | Care type"
        " | Placement category | Residential status | Placement group | Category of placement"
        " | Type of care placement | Where children live | Current placement | Placement_Type"
    ),
    "breakdown": "cla_group | CLA group | Breakdown | Characteristic group | Breakdown type"
    " | population_type | Population type | population_group",
    "age": "Age | Age group | Ages | Age band | age_group | Age (years) | Age range",
    "measure": "Indicator | Measure | Indicators | Indicator name | Indicator code | Measure name"
    " | What is counted | in_touch | Indicators_Information_Code",
    "unit": "Unit | Units | Measurement | Measure type | Data description | Unit of measure"
    " | Unit of measurement | Units of measure",
    "level": "geographic_level | GeographyType | Geography type | geog_l | Geographic level"
    " | Area type | Level | Geography level",
    "value": "Value | Values | Number | Numbers | Count | Counts | Data values | Data value"
    " | children_count | care_leaver_count | population_count | child_count | Figure | Figures"
    " | Number of children | Headcount | Count of children | obs_value",
    "percent": "Percentage | Percentages | Percent | Per cent | % | children_percent"
    " | care_leaver_percent | percent_count | Proportion | % of total | Share"
    " | Percentage of total",
    "rate": "Rate | Rates | Rate per 1,000 | Rate per 10,000 | Ratio | rate_per_10000"
    " | rate_per_1000",
    "note": "Note | Notes | Source | Footnote | Footnotes | Comment | Comments | Remark | Remarks"
    " | Marker | Publication | Status | Flag | Symbol",
    "other": (
        "Sex | Gender | Ethnicity | Ethnic group | Ethnic origin | Legal status | Legal reason"
        " | Category of need | Need | Duration | Distance | Locality | Provider"
        " | Placement provider | Placement Providers | Religion | Reason for starting | Destination"
        " | Locality of placement | Motherhood status | Economic activity | Activity | Status type"
        " | Reason for placement change | Length of time"
    ),
}
"""Dimension -> headings of a column that holds it."""
