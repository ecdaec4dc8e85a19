"""A small bilingual statement of our own writing, and its parts, for the tests of exporters."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from advocate_desk.model.edition import EditionView, PrintedEndorser
from advocate_desk.model.kinds import (
    SHIPPED_LANGUAGES,
    BlockKind,
    Marker,
    StatementKind,
    TranslationState,
)
from advocate_desk.model.statement import Block, Rendition

_numbers = count(1)


def side(body: str = "", heading: str = "") -> Rendition:
    return Rendition(heading, body, TranslationState.APPROVED)


def block(
    kind: BlockKind,
    km: str = "",
    en: str = "",
    *,
    headings: tuple[str, str] = ("", ""),
    items: tuple[Block, ...] = (),
    marker: Marker = Marker.NONE,
    id_: str = "",
) -> Block:
    pairs = {"km": side(km, headings[0]), "en": side(en, headings[1])}
    written = {code: text for code, text in pairs.items() if not text.is_empty}
    return Block(id_ or f"block-{next(_numbers)}", kind, written, items, marker)


def item(km: str, en: str, *items: Block) -> Block:
    return block(BlockKind.ITEM, km, en, items=items)


def endorser(km: str = "", en: str = "") -> PrintedEndorser:
    return PrintedEndorser({code: name for code, name in (("km", km), ("en", en)) if name})


def view(
    *blocks: Block,
    endorsers: tuple[PrintedEndorser, ...] = (),
    withheld: int = 0,
    issue_date: date | None = date(2025, 7, 28),
    place: Mapping[str, str] | None = None,
) -> EditionView:
    return EditionView(
        statement_id="01985000-0000-7000-8000-000000000001",
        kind=StatementKind.JOINT_STATEMENT,
        languages=SHIPPED_LANGUAGES,
        blocks=blocks,
        endorsers=endorsers,
        withheld_count=withheld,
        issue_date=issue_date,
        place=place if place is not None else {"km": "រាជធានីភ្នំពេញ", "en": "Phnom Penh"},
        issuer={"km": "បណ្តាញទន្លេស្អាត", "en": "Clean River Network"},
        fixed_time="2025-07-28T03:00:00Z",
    )


def numbered(statement: EditionView) -> EditionView:
    """The same view with block ids that do not depend on what was made before."""
    ids = count(1)

    def renamed(one: Block) -> Block:
        return replace(one, id=f"b{next(ids)}", items=tuple(map(renamed, one.items)))

    return replace(statement, blocks=tuple(map(renamed, statement.blocks)))


def river_statement(*, withheld: int = 0, names: int = 0) -> EditionView:
    """A joint statement about a river of our own: every kind of block, both languages."""
    listed = (*_ENDORSERS, *(_made_up(number) for number in range(len(_ENDORSERS) + 1, names + 1)))
    return numbered(view(*_blocks(), endorsers=listed, withheld=withheld))


def every_kind(*, names: int = 12, withheld: int = 2) -> EditionView:
    """Every kind of block, footnotes, two depths of lists, groups of endorsers, signatories."""
    kinds = ("ngo", "community", "union", "")
    listed = (*_ENDORSERS, *(_made_up(number) for number in range(len(_ENDORSERS) + 1, names + 1)))
    grouped = tuple(replace(e, kind=kinds[at % 4]) for at, e in enumerate(listed))
    blocks = (*_opening()[:1], *_more_kinds(), *_demands(), *_addressees(), *_lists(), *_signing())
    return replace(
        numbered(view(*blocks, *_closing(), endorsers=grouped, withheld=withheld)),
        signature_count=1204,
        lunar={
            "km": "ថ្ងៃចន្ទ ៣កើត ខែស្រាពណ៍ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស. ២៥៦៩",
            "en": "Monday, 3 waxing Srap, Year of the Snake, BE 2569",
        },
        own_placeholders={"river": {"km": "ទន្លេអូរស្អាត", "en": "Or Saat River"}},
    )


def _more_kinds() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.SUBTITLE,
            "ផ្ញើជូនអាជ្ញាធរខេត្ត និងសាធារណជន",
            "To the provincial authorities and the public",
        ),
        *_opening()[1:2],
        block(
            BlockKind.QUOTATION,
            "“បើទឹកទន្លេខូច ជីវិតយើងក៏ខូចដែរ” នេះជាសម្តីរបស់អ្នកនេសាទម្នាក់នៅភូមិទី៧។",
            "“When the river is spoiled, so is our life,” says a fisherman of Village 7.",
        ),
        block(
            BlockKind.PARAGRAPH,
            "ទឹក{{river}}{{footnote: វាស់នៅថ្ងៃទី៣ ខែមិថុនា; លទ្ធផលពេញ៖ www.cleanriver.example}}"
            " ហូរកាត់ភូមិចំនួន៧{{footnote: បញ្ជីភូមិមាននៅក្នុងឧបសម្ព័ន្ធ។}}។",
            "The {{river}}{{footnote: Measured on 3 June; all results: www.cleanriver.example}} runs"
            " through seven villages{{footnote: The annex lists the villages.}}.",
        ),
        *_opening()[2:],
    )


def _lists() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.LIST,
            "សំណើលម្អិត៖",
            "In detail:",
            marker=Marker.NUMBER,
            items=(
                replace(
                    item(
                        "វាស់គុណភាពទឹកប្រចាំខែ",
                        "Measure the water every month",
                        item("នៅភូមិទាំង៧", "in all seven villages"),
                        item("នៅមុខរោងចក្រ", "in front of the factories"),
                    ),
                    marker=Marker.BULLET,
                ),
                item("ផ្សព្វផ្សាយលទ្ធផល", "Publish the results"),
            ),
        ),
        block(
            BlockKind.ADDRESSEES,
            "ចម្លងជូន៖",
            "Copy to:",
            items=(
                item(
                    "លោកស្រី កែវ ម៉ាលីស\n\nប្រធានគណៈកម្មាធិការបរិស្ថាន តំណាងដោយអគ្គលេខា",
                    "Ms Keo Malis\n\nChair of the Committee on the Environment, represented by the"
                    " Secretary General",
                ),
            ),
        ),
    )


def _signing() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.SIGNATURE_SUMMARY,
            "ប្រជាពលរដ្ឋចំនួន{{count_signatures}}នាក់បានចុះហត្ថលេខា។",
            "{{count_signatures}} people have signed.",
        ),
        block(
            BlockKind.SIGNATURE_BLOCK,
            "តំណាងឱ្យបណ្តាញ៖",
            "On behalf of the network:",
            items=(
                item("សុខ ដារ៉ា\nប្រធានបណ្តាញទន្លេស្អាត", "Sok Dara\nChair, Clean River Network"),
                item("ចាន់ សុភា\nតំណាងសហគមន៍នេសាទ", "Chan Sophea\nFishing communities"),
                item("លី វុទ្ធី\nសហជីពកម្មករទឹក", "Ly Vuthy\nRiver Transport Workers’ Union"),
            ),
        ),
    )


def picture(width: int = 40, height: int = 24, *, extra: bytes = b"") -> bytes:
    """A small PNG of one colour; `extra` chunks stand before its data."""
    row = b"\0" + bytes((11, 93, 90)) * width
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(row * height)
    chunks = png_chunk(b"IHDR", header), extra, png_chunk(b"IDAT", data), png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def png_chunk(tag: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    check = zlib.crc32(tag + data)
    return struct.pack(">L", len(data)) + tag + data + struct.pack(">L", check)


def _made_up(number: int) -> PrintedEndorser:
    return endorser(f"សហគមន៍នេសាទភូមិទី{number}", f"Fishing Community of Village {number}")


_ENDORSERS = (
    endorser("បណ្តាញទន្លេស្អាត", "Clean River Network (CRN)"),
    endorser("សហគមន៍នេសាទបឹងឈូក", "Lotus Lake Fishing Community"),
    endorser("សមាគមកសិករទំនាបខាងកើត", "Eastern Lowland Farmers’ Association (ELFA)"),
    endorser("", "Friends of the Wetlands – FoW"),
    endorser("ក្រុមយុវជនដើម្បីទឹក"),
    endorser("សហជីពកម្មករដឹកជញ្ជូនតាមទឹក", "River Transport Workers’ Union"),
)


def _blocks() -> tuple[Block, ...]:
    return (*_opening(), *_demands(), *_addressees(), *_closing())


def _opening() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.TITLE,
            "សេចក្តីថ្លែងការណ៍រួម\nស្តីពីការការពារទន្លេអូរស្អាត និងសិទ្ធិរបស់សហគមន៍នេសាទ",
            "Joint Statement on Protecting the Or Saat River and the Rights of Fishing Communities",
        ),
        block(
            BlockKind.PARAGRAPH,
            "យើងខ្ញុំជាអង្គការសង្គមស៊ីវិល សហគមន៍ និងសហជីពចំនួន{{count_endorsers}}ដែលមានរាយនាម"
            "ខាងក្រោម សូមសម្តែងការព្រួយបារម្ភយ៉ាងខ្លាំងចំពោះការថយចុះគុណភាពទឹកនៃទន្លេអូរស្អាត "
            "ដែលប៉ះពាល់ដល់ជីវភាពរបស់គ្រួសារនេសាទជាង១.២០០គ្រួសារ ចាប់តាំងពីឆ្នាំ២០២១មក (UNEP)។",
            "We, the {{count_endorsers}} undersigned civil society organisations, communities and "
            "unions, are deeply concerned about the falling water quality of the Or Saat River, "
            "which has harmed the livelihoods of more than 1,200 fishing families (គ្រួសារនេសាទ) "
            "since 2021.",
        ),
        block(
            BlockKind.HEADING,
            "សំណើរបស់យើង",
            "What we ask",
        ),
        block(
            BlockKind.PARAGRAPH,
            "ក្នុងស្មារតីនៃកិច្ចសហប្រតិបត្តិការ យើងខ្ញុំសូមស្នើដូចខាងក្រោម៖",
            "In a spirit of cooperation, we jointly ask for the following:",
        ),
    )


def _demands() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.DEMAND,
            "សូមអាជ្ញាធរពាក់ព័ន្ធផ្អាកការបញ្ចេញទឹកសំណល់ទាំងអស់ចូលទន្លេជាបន្ទាន់ រហូតដល់មានការ"
            "វាយតម្លៃឯករាជ្យមួយ។\n\nលទ្ធផលនៃការវាយតម្លៃត្រូវផ្សព្វផ្សាយជាសាធារណៈ។",
            "We ask the authorities to suspend every discharge of waste water into the river until "
            "an independent assessment is done.\n\nThe results must be made public.",
            headings=(
                "ផ្អាកការបញ្ចេញទឹកសំណល់ជាបន្ទាន់",
                "Suspend the discharge of waste water",
            ),
        ),
        block(
            BlockKind.DEMAND,
            "សូមចុះបញ្ជី និងទទួលស្គាល់ដែនដីនេសាទសហគមន៍ទាំង៧ ស្របតាមច្បាប់ស្តីពីជលផល។",
            "We ask that the seven community fishing grounds be registered and recognised in line "
            "with the law on fisheries.",
            headings=(
                "ទទួលស្គាល់ដែនដីនេសាទរបស់សហគមន៍",
                "Recognise the fishing grounds of communities",
            ),
        ),
    )


def _addressees() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.ADDRESSEES,
            "គោរពជូន៖",
            "Attention to:",
            items=(
                item(
                    "ឯកឧត្តម សុខ វណ្ណា\nអភិបាលខេត្តអូរស្អាត",
                    "H.E. Sok Vanna,\nGovernor of Or Saat Province",
                    item(
                        "លោកស្រី ច័ន្ទ ធារី ប្រធានមន្ទីរបរិស្ថាន",
                        "Ms Chan Theary, Director, Department of Environment",
                    ),
                    item(
                        "លោក អ៊ុំ រតនៈ ប្រធានមន្ទីរជលផល",
                        "Mr Oum Rottanak, Director, Department of Fisheries",
                    ),
                ),
                item(
                    "លោក ដានីញ៉ែល អូកូរ (Daniel Okoro) អ្នកសម្របសម្រួលកម្មវិធីទន្លេ",
                    "Mr Daniel Okoro, Coordinator, Rivers Programme",
                ),
            ),
        ),
        block(
            BlockKind.INSTRUMENT_LIST,
            "ឯកសារយោង៖",
            "This statement rests on:",
            items=(
                item("រដ្ឋធម្មនុញ្ញ មាត្រា៥៩;", "the Constitution, article 59;"),
                item("ច្បាប់ស្តីពីជលផល ឆ្នាំ២០០៦", "the Law on Fisheries of 2006"),
            ),
        ),
    )


def _closing() -> tuple[Block, ...]:
    return (
        block(
            BlockKind.CONTACT,
            "* សម្រាប់ព័ត៌មានបន្ថែម សូមទាក់ទង office@cleanriver.example ឬ www.cleanriver.example",
            "* For more information, please contact office@cleanriver.example or see "
            "www.cleanriver.example.",
        ),
        block(
            BlockKind.ISSUE_LINE,
            "{{place}} {{date}}",
            "Issued in {{place}} on {{date}}",
        ),
        block(BlockKind.ENDORSER_LIST, "គាំទ្រដោយ៖", "Endorsed by:"),
    )
