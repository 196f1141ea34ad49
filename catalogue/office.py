"""The office (cơ quan) in whose name a round is run and its report is signed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The agency that issues the forms and signs the report; what is not given stays blank.

    Attributes:
        parent_name: The direct superior organ, printed above the agency's name.
        symbol: The agency's abbreviation in document numbers ("UBND" in 12/BC-UBND).
        place: Where documents are dated.
        authority: For whom the signer signs ("TM. ỦY BAN NHÂN DÂN").
        recipients: Whom the report is addressed to (kính gửi).
        copies: Who else receives it (nơi nhận), without the dash.
        contact: Where units send their forms and questions, one line.
    """

    name: str = ""
    parent_name: str = ""
    symbol: str = ""
    place: str = ""
    authority: str = ""
    signer_title: str = ""
    signer_name: str = ""
    drafting_unit: str = ""
    recipients: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    contact: str = ""
