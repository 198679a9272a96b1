"""How people, offices and forces are written."""

from __future__ import annotations

import re

from loaders.recognise.letters import LOWER, UPPER

__all__ = ["CHIEF", "FORCE", "HONOURS", "OFFICE", "OFFICE_LINE", "PERSON", "PLACE", "bare_name", "calm", "chief_name", "is_name", "office_name"]

TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Alderman|Alderwoman|Ald|Sheriff|Colonel|Col|Major|Captain|Capt|Brigadier|Commander|Canon|Judge|Reverend|Deputy(?!\s+(?:Chief|Mayor|Commissioner|Police|Chair|Head|Leader|Assistant))|Sir|Dame|Lord|Lady|Baroness|Baron|Prof|Professor|Rev|Rt\.?\s+Hon|The\s+Rt\.?\s+Hon|Y\s+Gwir\s+Anrh(?:ydeddus)?)\.?\s+)"
PART = rf"[{UPPER}](?:[{LOWER}]+|')(?:['-]?[{UPPER}](?:[{LOWER}]+|'(?=[{UPPER}]))|['-][{LOWER}]+)*"
PARTICLE = r"(?:de|van|von|der|la|le|ap|ab|ferch|al|bin)"
SPACE = r"[ ]+"
PERSON = rf"(?<!\w)(?:{TITLE}){{0,2}}(?:(?:Geo|Chas|Wm|Jas|Thos|Robt|Edw|Saml|Benj|Fredk)\.|{PART}|[{UPPER}]\.?)(?:{SPACE}(?:{PART}|[{UPPER}]\.?|{PARTICLE})){{0,3}}{SPACE}{PART}"
HONOURS = r"(?:,?\s+(?:QPM|OBE|MBE|CBE|KCB|CB|KBE|DBE|DL|JP|MP|AS|MS|KC|QC|LLB|BA|BSc|MA|MSc|PhD|FRSA|CStJ|Ph\.D)\.?){0,4}"
CAPITALS = rf"[{UPPER}][{UPPER}'-]+"
NAME_LINE = re.compile(rf"(?:{PERSON}|(?:[{UPPER}]\.[ ]?){{1,3}}{CAPITALS}|(?:{CAPITALS}[ ]+){{1,3}}{CAPITALS}){HONOURS}[,.]?$")
NOT_PERSONS = frozenset(
    re.findall(
        r"\S+",
        """by police crime commissioner home secretary office report reports inspection inspectorate constabulary force forces dear yours best wishes kind
    regards appendix annex street house road hall court lane response responses summary conclusion conclusions introduction background recommendation
    recommendations area areas improvement improvements effectiveness efficiency legitimacy leadership section chief constable deputy mayor mayoral
    panel service services public page website contents letter statement comments comment national local force's authority county council city
    council north south east west upper lower custody policing plan next steps victim victims investigation investigating protecting preventing
    vulnerable people serious organised board team unit department government parliament england wales royal majesty king queen hmic hmicfrs peel
    findings finding cause causes concern concerns trust confidence role roles purpose the and of for our your my this that overall fair treatment ethical
    comisiynydd dirprwy heddlu troseddu throseddu cymru swyddfa gwnstabl headquarters avenue square park drive centre building tel email domestic abuse crime stop search child protection mental health workforce wellbeing
    recording data integrity roads armed response digital forensics action update progress current position governance outstanding good adequate
    requires inadequate""",
    )
)
INITIALS = {"MP", "QPM", "OBE", "MBE", "CBE", "KC", "QC", "JP", "DL", "PCC", "PFCC", "HM", "HMI", "HMIC", "HMICFRS", "PEEL"}
WORD = re.compile(rf"[{UPPER}]+(?:'S\b)?")
STYLE = re.compile(rf"^{TITLE}+")
SMALL = re.compile(r"(?<=\s)(?:And|Of|The|For|In|On|To|By|From|With)(?=\s)")
TITLES = re.compile(rf"^(?:{TITLE}|HMC?I\s+)+|{HONOURS}[,.]?$")

DUTIES = r"(?:(?:\s*,\s*|\s*(?:,\s*)?(?:and|&)\s*|\s+)(?:Fire|Rescue|Crime|Victims'?))"
COMMISSIONER = rf"(?:Polic(?:e|ing){DUTIES}{{0,4}}\s+Commissioner(?!s|\s+of\s+Police)|Commissioner\s+for\s+Polic(?:e|ing){DUTIES}{{1,4}})"
AUTHORITY = r"(?:(?:Deputy|Acting|Vice)[ -]+)?Chair(?:man|woman|person)?(?:\s*,\s*|\s+of\s+)(?:the\s+)?(?:[A-Z][\w'-]*\s+(?:of\s+)?){0,5}Police\s+Authority(?:\s+Board)?"
MAYOR = r"Mayor(?!s|al)(?:\s+for\s+Policing(?:(?:\s*,|\s+and|\s+&)\s*(?:Crime|Fire|Criminal\s+Justice|Community\s+Safety|Standards|Victims|Safer\s+(?:and|&)\s+Stronger\s+Communities|Communities)){0,4})?"
WELSH = r"[CG]h?omisiynydd(?:\s+yr)?\s+Heddlu(?:,?\s+T[âa]n)?,?\s+a\s+Throsedd(?:u|au)?\b"
RANK = r"(?:(?:Deputy|Acting|Interim|Assistant|Dirprwy)\s+)"
OFFICE = re.compile(rf"{RANK}?(?:{COMMISSIONER}|{MAYOR}|{WELSH}|{AUTHORITY}|\bP[FC&]?CC\b(?!'?s\s))")
OFFICES = (  # what tells an office by its words, and its name
    (r"Police\s+Authority", "Chair of the Police Authority"),
    (r"Mayor", "Mayor"),
    (r"Fire|PFCC|T[âa]n", "Police, Fire and Crime Commissioner"),
    (r"", "Police and Crime Commissioner"),
)
CHIEF = re.compile(r"(?:(?P<rank>Deputy|Assistant|Acting|Temporary|Interim|T/)\s*)?Chief\s+Constable\b(?!'s)", re.I)
AND = r"(?:and|&|of|the|upon|on|in|under|ac|a|yr|y)"
POSSESSED = (
    rf"(?:'s(?=[ ]+(?:{AND}[ ]+)?(?!Police|Polic|Constab|Chief|Deputy|Acting|Mayor|Commissioner|Force|P[FC]?CC|HMI|Heddlu)[{UPPER}]))"
)
PLACE = rf"(?:the\s+)?[{UPPER}](?:[\w-]|'(?!s\b))*\w{POSSESSED}?(?:(?:[ ]+{AND}){{0,3}}[ ]+[{UPPER}](?:[\w-]|'(?!s\b))*[{LOWER}]\w*{POSSESSED}?){{0,5}}"
OFFICE_LINE = re.compile(
    rf"(?:(?:The\s+)?(?:Office|Swyddfa)\b.{{0,40}}(?:Commissioner|Comisiynydd|Mayor|PCC)|(?:The\s+)?(?:{PLACE}\s+|{PLACE}'s\s+)?{RANK}?"
    rf"(?:{COMMISSIONER}|{WELSH}|{AUTHORITY}|{MAYOR}(?=\s+(?:of|for)\b|\s*$|,)|PF?CC(?=\s+for\b|\s*$|\s+[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+){{0,3}}\s*$))"
    rf"|(?:(?:Temporary|Acting|Deputy|Assistant|T/)\s*)?Chief\s+Constable\b|Prif\s+Gwnstabl\b|Commissioner\s*$|Comisiynydd\s*$|Chair(?:man|woman)?\s*$)(?!'s?\s+(?:\w+\s+)?(?:response|comments?|statement|reply)\b|\s+(?:has|have|is|was|will|and\s+I)\b)"
)
FORCE = re.compile(
    rf"(?P<place>{PLACE}?)(?:'s?)?\s+(?P<kind>Police\s+Service|Police|Constabulary|Heddlu)\b(?!\s+(?:and|&)\s+Crime|,?\s+Fire|\s+(?:Federation|Officers?|Staff|Authority|Chief))"
)


def calm(line: str) -> str:
    """A line in capitals as it is usually written, as long as before."""
    if not line.isupper():
        return line
    return SMALL.sub(lambda match: match[0].lower(), WORD.sub(_capitalised, line))


def _capitalised(match: re.Match[str]) -> str:
    """A word with its first letter large; as it stands where its small letters are more or fewer (`İ`)."""
    small = match[0].capitalize()
    return match[0] if match[0] in INITIALS or len(small) != len(match[0]) else small


def is_name(words: str) -> bool:
    """Whether a line is somebody's name, as a signature has it, and not a heading in capitals."""
    if len(words) > 60 or not NAME_LINE.match(words):
        return False
    return not NOT_PERSONS & set(re.split(r"[^\w']+", STYLE.sub("", words).lower()))


def bare_name(words: str) -> str:
    """`Rt Hon Amber Rudd MP` as `Amber Rudd`; a name in capitals as it is usually written."""
    plain = " ".join(words.split()).strip(" ,.")
    while (cut := TITLES.sub("", plain).strip(" ,.")) != plain:
        plain = cut
    return plain.title() if plain.isupper() else plain


def office_name(words: str) -> str | None:
    """The office that `words` name, in the register's words: `Police & Crime Commissioner` is `Police and Crime Commissioner`."""
    match = OFFICE.search(words)
    if not match:
        return None
    said = match[0]
    base = next(office for sign, office in OFFICES if re.search(sign, said))
    rank = re.match(r"Deputy|Acting|Interim|Assistant|Dirprwy|Vice", said)
    return " ".join(part for part in (rank and re.sub(r"Dirprwy|Vice", "Deputy", rank[0]), base) if part)


def chief_name(words: str) -> str | None:
    """The office of a chief constable that `words` name: `T/Chief Constable of Wessex` is `Temporary Chief Constable`."""
    match = CHIEF.search(words)
    return match and " ".join(part for part in ((match["rank"] or "").title().replace("T/", "Temporary"), "Chief Constable") if part)
