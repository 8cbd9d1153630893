"""What a sentence tells of a movement, before it is bound to the rest of the document."""

from dataclasses import dataclass, field
from typing import NamedTuple

from departures.read.agencies import AgencyHit
from departures.read.carriers import CarrierHit
from departures.read.dates import When
from departures.read.lexicon import Hit
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Line
from departures.read.speech import Utterance

Country = PlaceHit | PeopleHit


class Backer(NamedTuple):
    """Whoever paid and is neither an office nor a state: "their employer", a church."""

    first: int
    last: int
    start: int
    end: int
    name: str


Payer = CarrierHit | AgencyHit | PlaceHit | Backer


@dataclass(slots=True)
class Draft:
    """One movement as one sentence tells it; tokens `first`…`last` (exclusive) are its words."""

    line: Line
    first: int
    last: int
    act: str
    weight: int = 0
    """How much speaks for one movement rather than for a figure about many."""
    date: When | None = None
    origin: Country | AgencyHit | None = None
    destination: Country | AgencyHit | None = None
    via: list[PlaceHit] = field(default_factory=list)
    onward: list[Country] = field(default_factory=list)
    mode: str | None = None
    carrier: CarrierHit | None = None
    funder: Payer | None = None
    agency: AgencyHit | None = None
    group: Group | None = None
    flights: Group | None = None
    nationalities: list[Country] = field(default_factory=list)
    authority: Hit | None = None
    modality: str = "happened"
    back: bool = False
    """Whether its words point back at a movement already told: "the flight", "on board"."""
    fresh: bool = False
    """Whether its words open another movement: "a second flight", "another charter"."""
    over_period: bool = False
    """Whether it counts over a period or at a rate: then it is a figure, and no movement."""
    detail: bool = False
    """Whether it tells only of a movement's circumstances, not that anybody was moved."""
    circumstance: bool = False
    """Whether a detail is of the whole flight (who flew, who paid), not of one group on it."""
    speech: Utterance | None = None
    movement: int | None = None
    spread: bool = False
    """Whether its count is the joint count of several destinations."""
