"""Ordinary words in the names of files and sheets and on the first lines of papers. Data only.

None of them says that only some of the children are counted.
"""

from typing import Final

OFFICE: Final = frozenset(
    """above across additional after aftercare again all amended analysis annexe answer
    answers appendices areas ark asked att attachment attachments author back background
    backup basic below big blad blank book books bottom by calc calcs calculation
    calculations cared chart charts check checked checks child cla clas clean cleaned
    collated combined comma compare compared comparison comparisons compiled complete
    completed copies copy corrected cover crosstab csv csws current cyp dated dates dear
    definition definitions dept dfe disclosure doc docs document down download downloaded
    downloads duplicate eir elected email empty enclosed eng enquiry entries entry everyone
    everything excel export exported exports extra extract extracts fact feuil fig figs
    figure figures file files find foglio foisa following footnote footnotes form format
    formatted formula front full glossary gov graph graphs grouped gss headline headlines
    held help hidden historic historical history hoja hold holding holds hscni import
    include includes info input instructions issued item items kpi kpis la laa laac lac las
    layout leaver leavers left legend letter lgbf line lines list live local log long looked
    lookup mail management master members menu merged meta metadata method methodology
    methods mi mis misc monitor monitoring my name nested next ni nir normal not note obs
    ods old one online open organisation original our output outputs overall pack panel
    paper papers part parts pdf peoples pi pis pivot plain please prepared previous print
    printed prof profile profiles provide provided public published qry quality queries
    query question raw readme rec received record records regards repeat repeats report
    reports request requests result results return returns rev right run same scot scratch
    scrutiny sent series sfr sheets shown simple source sources spreadsheet spreadsheets
    stacked standard stat stats statswales supplied supply tabelle tbl temp template this
    tidy time timeline timeseries title titles tmp toc top trend trends uk unlinked upload
    use validation various ver version versions view visible web website wide workbook
    workbooks workings xls xlsx year yearly years you your""".split()
)
"""Words of whoever keeps files."""
OF_PAPERS: Final = frozenset(
    """adoption adoptions agenda annual boards cabinet champion champions chp consultation
    corporate cpp evidence fairer hscp ijb including integration joint meeting minutes
    outcome outcomes parent parents parliamentary partnership partnerships plan plans pq
    scrutiny strategies strategy submission submitted""".split()
)
"""Words of the papers that files belong to; in the name of a sheet "Plan" may be a plan of care."""
