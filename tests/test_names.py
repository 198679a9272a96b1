"""Names in any alphabet, offices in either language, whoever is written to; and what is no letter however short."""

from __future__ import annotations

import pytest

from loaders.recognise import recognise
from loaders.recognise.dates import alone
from loaders.recognise.names import calm
from tests.letters_in_hand import REGISTERS, document, letters
from tests.test_who_and_when import ADDRESS, BODY, letter, who

PRINTED = [
    "Aoife O\u2019Neill-D\u2019Arcy",
    "Seán Ó Súilleabháin",
    "Siân Llŷr ap Gruffudd",
    "Ольга Іваненко",
    "Μαρία Παπαδοπούλου",
    "M\u2019Bala N\u2019Diaye",
    "Łukasz Øster",
    "Nguyễn Văn An",
    "Sia\u0302n Morgan",
    "S. O\u2019Neill",
]


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("office", ["Police and Crime Commissioner for Exmoor", "Comisiynydd yr Heddlu a Throseddu", "Comisiynydd"])
def test_a_name_in_any_letters_is_the_authors(name: str, office: str) -> None:
    found = letter(ADDRESS, BODY, "Yn gywir / Yours sincerely", f"{name}\n{office}")
    assert (found.author.name, found.author.office) == (name.replace("\u2019", "'"), "Police and Crime Commissioner")


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("SIÂN LLŶR", "Siân Llŷr"),
        ("МАРІЯ ІВАНЕНКО", "Марія Іваненко"),
        ("SAINT MARY'S AND THE WOLD", "Saint Mary's and the Wold"),
        ("HMI AND İZMİR", "HMI and İZMİR"),
    ],
)
def test_capitals_with_marks_are_written_small_as_long_as_before(shouted: str, said: str) -> None:
    assert calm(shouted) == said and len(said) == len(shouted)


@pytest.mark.parametrize(
    ("area", "slug"),
    [
        ("Môn ac Arfon", "mon-ac-arfon"),
        ("Llŷn a Meirion", "llyn-a-meirion"),
        ("St Mary\u2019s and King\u2019s Lynn", "st-marys-and-kings-lynn"),
        ("Weston under Lyme", "weston-under-lyme"),
        ("Ynys Môn", "ynys-mon"),
    ],
)
def test_an_area_is_named_whole_in_either_language(area: str, slug: str) -> None:
    assert (
        letter(
            ADDRESS,
            "HMICFRS has reported on how the police plan and I have read what it says with care.",
            "Yours sincerely",
            f"Ann Orchard\nPolice and Crime Commissioner for {area}",
        ).force
        == slug
    )


def test_the_place_of_a_mayor_means_the_force_that_he_oversees() -> None:
    assert letter(ADDRESS, "HMICFRS has reported on how the police plan and I have read what it says with care.", "Yours sincerely", "Ann Orchard\nMayor of London").force == "metropolitan"


def test_a_force_possessed_by_nobody_keeps_no_apostrophe() -> None:
    assert letter(ADDRESS, BODY, "Yours sincerely", "Ann Orchard\nExmoor's Police and Crime Commissioner").force == "exmoor"


@pytest.mark.parametrize(
    ("head", "name", "office"),
    [
        ("HMI Zoe Billingham\nHMICFRS", "Zoe Billingham", "HM Inspector of Constabulary"),
        ("Wendy Williams CBE, HMI", "Wendy Williams", "HM Inspector of Constabulary"),
        ("Matt Parr CB\nHMI", "Matt Parr", "HM Inspector of Constabulary"),
        ("To: HMI Roy Wilsher OBE QFSM", "Roy Wilsher", "HM Inspector of Constabulary"),
        ("HMCI Sir Thomas Winsor", "Thomas Winsor", "HM Chief Inspector of Constabulary"),
        ("Dear HMI Billingham", "Billingham", "HM Inspector of Constabulary"),
        ("Y Gwir Anrhydeddus Sajid Javid AS\nYsgrifennydd Cartref", "Sajid Javid", "Home Secretary"),
        ("Y Gwir Anrh. Sajid Javid AS / The Rt Hon Sajid Javid MP\nHome Secretary", "Sajid Javid", "Home Secretary"),
    ],
)
def test_inspectors_and_ministers_are_addressed_by_the_name_that_is_printed(head: str, name: str, office: str) -> None:
    found = letter(f"{head}\n\n4 June 2019", BODY, "Yours sincerely", "Ann Orchard\nPolice and Crime Commissioner for Exmoor")
    assert (found.addressee.name, found.addressee.office, found.addressee.basis) == (name, office, "printed")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [("17 Mai 2019 / 17 May 2019", "2019-05-17"), ("Dyddiad: 17 Mai 2019", "2019-05-17"), ("17 May 2019 / 18 May 2019", None)],
)
def test_a_day_in_both_languages_is_one_day(line: str, edtf: str | None) -> None:
    found = alone(line)
    assert (found and found.edtf) == edtf


@pytest.mark.parametrize(
    ("force", "day", "office"),
    [
        ("City of London", "2019-06-04", "Chair of the Police Authority"),
        ("Metropolitan", "2019-06-04", "Mayor"),
        ("Greater Manchester", "2016-06-04", "Police and Crime Commissioner"),
        ("Greater Manchester", "2019-06-04", "Mayor"),
        ("West Yorkshire", "2019-06-04", "Police and Crime Commissioner"),
        ("West Yorkshire", "2022-06-04", "Mayor"),
        ("North Yorkshire", "2025-06-04", "Mayor"),
        ("Kent", "2019-06-04", "Police and Crime Commissioner"),
        ("Exmoor", "2019-06-04", "Police and Crime Commissioner"),
    ],
)
def test_a_writer_who_says_no_office_has_that_of_the_body_which_oversaw_the_force(force: str, day: str, office: str) -> None:
    assert letter(f"{day}\n\nDear Home Secretary", BODY.replace("Exmoor", force), "Yours sincerely", "Ann Orchard").author.office == office


def test_the_chair_of_a_police_authority_is_no_commissioner() -> None:
    for signed in (
        "Chair, City of London Police Authority Board",
        "Chairman of the City of London Police Authority",
        "Deputy Chair of the Police Authority Board",
    ):
        assert letter(ADDRESS, BODY, "Yours faithfully", f"Ann Orchard\n{signed}").author.office in (
            "Chair of the Police Authority",
            "Deputy Chair of the Police Authority",
        )


@pytest.mark.parametrize(
    "text",
    [
        "Dear Home Secretary, thank you for the report.",
        "Dear Home Secretary,\n\nThank you.\n\nYours sincerely,\n\nAnn Orchard",
        "Rt Hon Amber Rudd MP\nHome Secretary\n\nNoted with thanks.",
        "Dear Ms Rudd, I have seen the inspection report. Ann Orchard",
    ],
)
def test_a_letter_of_one_line_is_a_letter_with_nothing_extracted(text: str) -> None:
    [found] = letters(text)
    assert (found.start, found.end) == (0, len(text))
    assert (found.findings, found.responses, found.judgements, found.reports) == ((), (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "Home Secretary, Priti Patel, visited a police station in Exmoor.",
        "Police slammed by inspectors\n\nDear oh dear. The Home Secretary, Amber Rudd, said the report by HMICFRS was damning.",
        "Dear Editor, The police are not what they were.",
        "Dear Commissioner, thank you for the report of HMICFRS.",
        "Dear Madam, I should like to buy a bicycle.",
    ],
)
def test_a_line_of_a_newspaper_or_to_somebody_else_is_no_letter(text: str) -> None:
    assert recognise(document(text), REGISTERS) == ()


@pytest.mark.parametrize(
    "said",
    [
        "HMICFRS published this report on 3 May 2019.",
        'The inspectorate published its report, "Fit for the future: An inspection of how well the police of England and Wales plan their workforce and its skills", on 3 May 2019.',
        "The report was made public on 3 May 2019.",
        "This report was put out by the inspectorate on 3 May 2019.",
        "Publication took place on 3 May 2019.",
        "The report bears the date 3 May 2019.",
    ],
)
def test_a_short_sentence_says_when_the_report_was_published_and_is_no_title(said: str) -> None:
    title = "Fit for the future: An inspection of workforce planning"
    found = letter(
        ADDRESS,
        title,
        said,
        "I have asked the force for a plan and it has begun to write one.",
        "Yours sincerely",
        "Ann Orchard\nPolice and Crime Commissioner for Exmoor",
    )
    assert [(report.title.split(":")[0], report.published) for report in found.reports] == [("Fit for the future", "2019-05-03")]


def test_what_is_published_below_the_subject_is_the_report_and_not_the_comments() -> None:
    found = letter(
        ADDRESS,
        "Fit for the future: An inspection of workforce planning",
        "Published on 3 May 2019.",
        "I have asked the force for a plan and it has begun to write one.",
        "Yours sincerely",
        "Ann Orchard",
    )
    assert (found.reports[0].published, found.comments_published) == ("2019-05-03", None)
    assert who(found)[0] == "Ann Orchard"


SHORT_AND_FULL = [
    "PEEL 2021/22",
    "PEEL 2021/22 \u2013 Exmoor Police",
    "HMICFRS PEEL inspection 2021/22: Exmoor Police",
    "PEEL 2021/22 Police effectiveness, efficiency and legitimacy: An inspection of Exmoor Police",
    "PEEL: Police effectiveness, efficiency and legitimacy 2021/22 \u2013 An inspection of Exmoor Police",
]


@pytest.mark.parametrize("published", ["", ", published on 27 July 2022"])
@pytest.mark.parametrize("title", SHORT_AND_FULL)
def test_the_short_and_the_full_name_of_a_round_are_one_report(title: str, published: str) -> None:
    found = letter(
        "4 June 2023\n\nDear Home Secretary",
        title,
        f"I write to answer the above report{published}. I have considered it with care.",
        "Yours sincerely",
        "Ann Orchard\nPolice and Crime Commissioner for Exmoor",
    )
    assert [report.slug for report in found.reports] == ["peel-2021-22-exmoor"]
