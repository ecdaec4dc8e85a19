"""Every word of the closed vocabularies has a name, and refusals become sentences."""

from enum import StrEnum

import pytest

from advocate_desk.language import catalog
from advocate_desk.model import kinds
from advocate_desk.model.draft import DraftNote
from advocate_desk.model.endorsement import Endorsement, Endorser, move
from advocate_desk.model.errors import DeskError, ExportStopped
from advocate_desk.model.finding import Finding
from advocate_desk.model.kinds import EndorsementState, Severity
from advocate_desk.model.sentences import finding_sentence, note_sentence, sentence
from advocate_desk.model.words import language_word, own_name, word

VOCABULARIES = [
    value for value in vars(kinds).values() if isinstance(value, type) and value is not StrEnum
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_kind_and_state_has_a_word(vocabulary: type[StrEnum]) -> None:
    assert all(word(member) for member in vocabulary)


def test_a_refusal_names_states_in_words() -> None:
    catalog.use("en")
    endorsement = Endorsement("e", "s", Endorser("o", {}), 0, EndorsementState.CONFIRMED)
    with pytest.raises(DeskError) as refused:
        move(endorsement, EndorsementState.DECLINED)
    assert sentence(refused.value) == (
        "An endorsement that is “confirmed” cannot become “declined”."
    )


def test_advice_follows_the_refusal() -> None:
    refusal = DeskError("It is {much} too much.", advice="Take less.", much=3)
    assert sentence(refusal) == "It is 3 too much. Take less."
    assert str(refusal) == sentence(refusal)


def test_findings_and_notes_are_filled() -> None:
    finding = Finding(Severity.HINT, "r", "Endorser {position}.", arguments={"position": 4})
    assert finding_sentence(finding) == "Endorser 4."
    assert note_sentence(DraftNote("Left out: {count}.", {"count": 2})) == "Left out: 2."
    assert ExportStopped("Stopped: {count}.", (finding,), count=1).findings == (finding,)


def test_languages_have_names_of_their_own() -> None:
    assert (language_word("km"), own_name("km")) == ("Khmer", "ខ្មែរ")
    assert (language_word("fr"), own_name("fr")) == ("fr", "fr")
