"""Ordinary words in the names of files and sheets and on the first lines of papers. Data only.

None of them says that only some of the children are counted.
"""

from typing import Final

OFFICE: Final = frozenset(
    """across additional after aftercare again all amended analysis annexe answer answers
    appendices att attachment attachments author back background backup basic big blank book
    books bottom by calc calcs calculation calculations cared chart charts check checked
    checks child cla clas clean cleaned collated combined comma compare compared comparison
    comparisons compiled complete completed copies copy corrected cover crosstab csv csws
    current cyp dated definition definitions dept dfe disclosure doc docs document down
    download downloaded downloads duplicate eir email empty enquiry entries entry everyone
    everything excel export exported exports extra extract extracts fact fig figs figure
    figures file files foisa form format formatted formula front full glossary gov graph
    graphs grouped gss headline headlines help hidden historic historical history hscni
    import include includes info input instructions issued item items kpi kpis la laa laac
    lac las layout leaver leavers left legend letter lgbf line lines list live local log
    long looked lookup mail management master menu merged meta metadata method methodology
    methods mi mis misc monitor monitoring my nested next ni normal note obs ods old one
    online open original our output outputs overall pack panel paper papers part parts pdf
    pi pis pivot plain prepared previous print printed prof profile profiles
    provided public published quality queries query question raw readme rec received record
    records repeat repeats report reports request requests return returns rev right run same
    scratch scrutiny sent series sfr sheets shown simple source sources spreadsheet
    spreadsheets stacked standard stat stats statswales supplied tbl temp template this tidy
    time timeline timeseries title titles tmp toc top trend trends uk unlinked upload use
    validation various ver version versions view visible web website wide workbook workbooks
    workings xls xlsx year yearly years your""".split()
)
"""Words of whoever keeps files."""
OF_PAPERS: Final = frozenset(
    """adoption adoptions agenda annual boards cabinet champion champions chp consultation
    corporate cpp evidence fairer hscp ijb including integration joint meeting minutes
    outcome outcomes parent parents parliamentary partnership partnerships plan plans pq
    scrutiny strategies strategy submission submitted""".split()
)
"""Words of the papers that files belong to; in the name of a sheet "Plan" may be a plan of care."""
