"""Labels that say the same in Welsh and in English: what they say in English.

A half is only left away when every word of it is known to be Welsh for what such tables say, so
that nothing is lost that the other half does not repeat.
"""

import re
from typing import Final

WORDS: Final = frozenset(
    """\u00e2 \u00f4l a absennol absenoldeb ac aelod aelodau annibynnol ar arall awdurdod
    awdurdodau awst berson blant blentyn blwyddyn blynyddoedd bob bobl byw bywn canolfan
    canran canrannau cartref cartrefi chwefror chymorth cyfanswm cyfnod cyfradd cyfraddau
    cyfrifoldeb cymorth cymru cyngor dan ddarpariaeth ddarparwyr dderbyn ddiogel derbyn
    deulu deuluol diogel diwedd dros ebrill ei eraill eu fabwysiadu faeth fam fesul ffrind
    ffrindiau ffynhonnell fis flwyddyn gadael gael gan gartref gartrefi gofal gofalu gofalwr
    gofalwyr gorffennaf gwirfoddol gyda gyfanswm gyfer hannibynnol hawdurdod heb hostel
    hostelau hunain hydref hyn i ifanc ionawr iw llall lle lleoedd lleol lleoli lleoliad
    lleoliadau lleolwyd llety mabwysiadu mae maeth mai mam math mawrth medi mehefin mewn mis
    mlwydd nad neu nghymru ngofal nifer nodiadau o oddi oed oedd oedran oherwydd person
    perthnasau perthynas phlant plant plentyn pob pobl preswyl preswylio rhagfyr rhiant
    rhieni rhif rhyw rhywedd sefydliad sefydliadau sefyllfa sir sydd syn tachwedd teulu trwy
    tu uned unedau wedi wediu wrth y ym yma yn yng yr ysgol ysgolion""".split()
)
"""None of them names some of the people only."""
_PARTS: Final = re.compile(r"\s*[/|\n]\s*|\s+[-\u2013\u2014]\s+")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MOST_PARTS: Final = 4


def in_english(text: str) -> str:
    """The English half of a text in both languages; any other text as it is."""
    parts = _PARTS.split(text.strip())
    if not 2 <= len(parts) <= MOST_PARTS:
        return text
    welsh = [_is_welsh(part) for part in parts]
    half, odd = divmod(len(parts), 2)
    if not odd and sorted(welsh) in (welsh, welsh[::-1]) and sum(welsh) == half:
        return " ".join(part for part, is_welsh in zip(parts, welsh, strict=True) if not is_welsh)
    return text


def _is_welsh(text: str) -> bool:
    words = _LETTERS.findall(text.casefold().replace("'", "").replace("\u2019", ""))
    return bool(words) and all(word in WORDS for word in words)
