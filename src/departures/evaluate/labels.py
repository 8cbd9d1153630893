"""Labels: what a careful person finds in a text, as the JSON file beside it says.

Invariant: labels that are loaded can be compared: dates are intervals, counts have a bound,
countries are codes. Fields that no measure looks at are let through unread.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from departures.evaluate.comparing import Bounds, Interval, bounds_of, interval_of_label
from departures.words import Effect, Measure, Modality


def _interval(value: object) -> Interval | None:
    if value is None or value == "":
        return None
    if isinstance(value, dict):
        first, last = value.get("earliest"), value.get("latest")
        value = f"{first or last}/{last or first}" if first or last else None
        return _interval(value)
    return interval_of_label(str(value))


def _bounds(value: object) -> Bounds | None:
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise ValueError('a count is {"min": …, "max": …, "text": …}')
    lower = value.get("lower", value.get("min"))
    upper = value.get("upper", value.get("max"))
    if lower is None and upper is None:
        lower = upper = value.get("approx")
        return None if lower is None else Bounds(_whole(lower), _whole(upper))
    text = value.get("text")
    return bounds_of(_whole(lower), _whole(upper), None if text is None else str(text))


def _whole(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError(f"{value!r} is no whole number")


def codes_of(value: object) -> frozenset[str]:
    """The country codes of `{"place": …, "country": …}` or of a code; several may be right."""
    if isinstance(value, dict):
        value = value.get("country") or value.get("alpha2")
    listed = [value] if isinstance(value, str) else value or []
    if not isinstance(listed, list):
        raise ValueError('a place is {"place": …, "country": …} or the code of a country')
    return frozenset(code.upper() for code in listed if isinstance(code, str) and len(code) == 2)


def _countries(value: object) -> frozenset[str]:
    if value is None:
        return frozenset()
    if not isinstance(value, list):
        raise ValueError("countries are a list of two-letter codes")
    return frozenset(str(code).upper() for code in value if code)


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("country")
    if value is None or isinstance(value, str):
        return value or None
    raise ValueError('a name is text, or {"name": …}')


def _parties(value: object) -> frozenset[str]:
    if value is not None and not isinstance(value, list):
        raise ValueError("parties are a list of country codes or names")
    return frozenset(key for party in value or [] for key in _party_keys(party))


def _party_keys(party: object) -> frozenset[str]:
    return codes_of(party) or frozenset({str(_name(party)).upper()})


Labelled = Annotated[Interval | None, BeforeValidator(_interval)]
Counted = Annotated[Bounds | None, BeforeValidator(_bounds)]
Codes = Annotated[frozenset[str], BeforeValidator(codes_of)]
Countries = Annotated[frozenset[str], BeforeValidator(_countries)]
Name = Annotated[str | None, BeforeValidator(_name)]


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)


class OperationLabel(_Label):
    """One movement. What is `optional` is not scored either way."""

    date: Labelled = None
    origin: Codes = frozenset()
    destination: Codes = frozenset()
    carrier: Name = None
    funder: Name = None
    count: Counted = None
    nationalities: Countries = frozenset()
    status: Modality | None = None
    optional: bool = False
    aggregate: bool = False
    quote: str | None = None


class StatisticLabel(_Label):
    """One figure about many."""

    measure: Measure | Literal["repatriations"] | None = None
    count: Counted = None
    population: Countries = frozenset()
    to: Countries = frozenset()
    period: Labelled = None
    attributed_to: str | None = None
    quote: str | None = None


class StatementLabel(_Label):
    """One stretch of speech and whose it is."""

    speaker: str | None = None
    role_or_org: str | None = None
    quote: str = Field(min_length=1)


class OrderLabel(_Label):
    """What a court did."""

    date: Labelled = None
    effect: Effect | None = None
    quote: str | None = None


class AgreementLabel(_Label):
    """An arrangement between governments, known by its parties."""

    parties: Annotated[frozenset[str], BeforeValidator(_parties)] = frozenset()
    quote: str | None = None


def _list(value: Any) -> Any:
    return [] if value is None else value


class Labels(_Label):
    """Everything that is labelled in one text, and what is known of the text."""

    language: str | None = None
    group: str | None = None
    published: date | None = None
    operations: Annotated[tuple[OperationLabel, ...], BeforeValidator(_list)] = ()
    statistics: Annotated[tuple[StatisticLabel, ...], BeforeValidator(_list)] = ()
    statements: Annotated[tuple[StatementLabel, ...], BeforeValidator(_list)] = ()
    rulings: Annotated[tuple[OrderLabel, ...], BeforeValidator(_list)] = ()
    agreements: Annotated[tuple[AgreementLabel, ...], BeforeValidator(_list)] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing at all should be claimed."""
        return not (
            self.operations or self.statistics or self.statements or self.rulings or self.agreements
        )
