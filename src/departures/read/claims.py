"""Frames written down as claims of the vocabulary.

Invariant: every span is cut from the document's own text.
"""

from datetime import date
from typing import TypeVar

from departures.read.agencies import AgencyHit
from departures.read.carriers import CarrierHit
from departures.read.dates import When
from departures.read.frames.agreements import AgreementFrame
from departures.read.frames.drafts import Draft, Payer
from departures.read.frames.orders import Name, OrderFrame
from departures.read.frames.statistics import Figure
from departures.read.lexicon import Hit
from departures.read.numbers import Number
from departures.read.people import Group
from departures.read.places import PeopleHit, PlaceHit
from departures.read.scene import Scene
from departures.read.speech import Utterance
from departures.words import (
    AgreementClaim,
    Count,
    Date,
    Named,
    Nationality,
    OperationClaim,
    OrderClaim,
    Party,
    Place,
    Span,
    Speaker,
    StatementClaim,
    StatisticClaim,
    claim_id,
)
from departures.words.countries import country_name

Wording = TypeVar("Wording", Party, Named)


class Writer:
    """Writes the claims of one document."""

    def __init__(self, document: str, scene: Scene, reader: str) -> None:
        self.document = document
        self.scene = scene
        self.text = scene.page.text
        self.reader = reader

    def span(self, start: int, end: int) -> Span:
        """The document's own words."""
        return Span(start=start, end=end, text=self.text[start:end])

    def quote(self, first: int, last: int) -> Span:
        """The words of tokens `first`…`last`, without line ends at either side."""
        page = self.scene.page
        while last > first + 1 and page.words[last - 1][0] == "\n":
            last -= 1
        while first < last - 1 and page.words[first][0] == "\n":
            first += 1
        return self.span(page.starts[first], page.ends[last - 1])

    def operation(self, draft: Draft, movement: int) -> OperationClaim:
        """A draft that is bound to a movement."""
        quote = self.quote(draft.first, draft.last)
        count = self.count(draft.group.number) if draft.group else None
        place = self.place(draft.destination)
        core = f"{movement}/{count and (count.lower, count.upper)}/{place and place.country}"
        return OperationClaim(
            id=claim_id(self.document, "operation", quote, core),
            document=self.document,
            quote=quote,
            asserted_by=self.speaker(draft.speech),
            modality=draft.modality,  # type: ignore[arg-type]
            reader=self.reader,
            movement=movement,
            act=draft.act,  # type: ignore[arg-type]
            date=self.date(draft.date),
            origin=self.place(draft.origin),
            destination=place,
            via=tuple(written for item in draft.via if (written := self.place(item))),
            onward=tuple(written for item in draft.onward if (written := self.place(item))),
            mode=draft.mode,  # type: ignore[arg-type]
            carrier=self.party(draft.carrier),
            funder=self.party(draft.funder),
            agency=self.party(draft.agency),
            count=count,
            flights=self.count(draft.flights.number) if draft.flights else None,
            nationalities=self.nationalities(draft),
            authority=self.named(draft.authority),
        )

    def statistic(self, figure: Figure) -> StatisticClaim:
        """A figure about many."""
        quote = self.quote(figure.first, figure.last)
        count = self.count(figure.number)
        return StatisticClaim(
            id=claim_id(
                self.document,
                "statistic",
                quote,
                f"{figure.measure}/{count.start}/{count.lower}/{count.upper}",
            ),
            document=self.document,
            quote=quote,
            asserted_by=self.speaker(figure.speech),
            modality=figure.modality,  # type: ignore[arg-type]
            reader=self.reader,
            measure=figure.measure,  # type: ignore[arg-type]
            count=count,
            population=_codes(figure.population),
            origin=_codes(figure.origin),
            destination=_codes(figure.destination),
            period=self.date(figure.period),
            agency=self.party(figure.agency),
        )

    def order(self, order: OrderFrame) -> OrderClaim:
        """What a court did."""
        quote = self.span(order.start, order.end)
        return OrderClaim(
            id=claim_id(self.document, "order", quote, order.effect),
            document=self.document,
            quote=quote,
            asserted_by=self.speaker(self.scene.said(order.first)),
            reader=self.reader,
            court=self.bench(order.court, Party),
            judge=self.bench(order.judge, Named),
            case=self.bench(order.case, Named),
            docket=self.bench(order.docket, Named),
            date=self.date(order.date),
            effect=order.effect,  # type: ignore[arg-type]
            subject=self.span(*order.subject) if order.subject else None,
            challenge=order.challenge,  # type: ignore[arg-type]
        )

    def bench(self, name: Name | None, kind: type[Wording]) -> Wording | None:
        """A court, a judge, a case or a docket by the words that name it."""
        if name is None:
            return None
        start, end, called = name
        return kind(start=start, end=end, text=self.text[start:end], name=one_line(called))

    def agreement(self, told: AgreementFrame) -> AgreementClaim:
        """An arrangement between governments."""
        quote = self.span(told.start, told.end)
        core = "/".join(sorted(country for _, _, _, country in told.parties))
        return AgreementClaim(
            id=claim_id(self.document, "agreement", quote, core),
            document=self.document,
            quote=quote,
            asserted_by=self.speaker(self.scene.said(told.first)),
            modality=told.modality,  # type: ignore[arg-type]
            reader=self.reader,
            parties=tuple(
                Party(
                    start=start,
                    end=end,
                    text=self.text[start:end],
                    name=one_line(name),
                    country=country,
                )
                for start, end, name, country in told.parties
            ),
            what=self.span(*told.what) if told.what else None,
            date=self.date(told.date),
            terms=tuple(self.span(*term) for term in told.terms),
        )

    def statement(self, utterance: Utterance) -> StatementClaim:
        """A stretch of speech."""
        quote = self.span(utterance.start, utterance.end)
        speaker = self.speaker(utterance)
        assert speaker is not None  # noqa: S101 - an utterance has a speaker
        return StatementClaim(
            id=claim_id(self.document, "statement", quote, utterance.speaker),
            document=self.document,
            quote=quote,
            asserted_by=speaker,
            reader=self.reader,
        )

    def speaker(self, utterance: Utterance | None) -> Speaker | None:
        """Who said it."""
        if utterance is None:
            return None
        return Speaker(
            speaker=one_line(utterance.speaker),
            role=utterance.role and one_line(utterance.role),
            organization=utterance.organization and one_line(utterance.organization),
            manner=utterance.manner,  # type: ignore[arg-type]
            start=utterance.speaker_start,
            end=utterance.speaker_end,
        )

    def count(self, number: Number) -> Count:
        """How many."""
        return Count(
            start=number.start,
            end=number.end,
            text=self.text[number.start : number.end],
            lower=number.lower,
            upper=number.upper,
            approximate=number.approximate,
        )

    def date(self, when: When | None) -> Date | None:
        """When; a period that is still open ends with the day of publication."""
        if when is None:
            return None
        earliest, latest = when.earliest, when.latest
        if when.since and earliest and (latest is None or latest == earliest):
            latest = _later(earliest, self.scene.published)
        return Date(
            start=when.start,
            end=when.end,
            text=self.text[when.start : when.end],
            earliest=earliest,
            latest=latest,
            basis=when.basis,  # type: ignore[arg-type]
        )

    def place(self, place: PlaceHit | PeopleHit | AgencyHit | None) -> Place | None:
        """Where; a country told by its people or its office ("a US charter") by those words."""
        if place is None:
            return None
        text = self.text[place.start : place.end]
        if isinstance(place, PeopleHit | AgencyHit):
            return Place(
                start=place.start,
                end=place.end,
                text=text,
                name=country_name(place.country) if place.country else one_line(text),
                country=place.country,
                level="country",
            )
        return Place(
            start=place.start,
            end=place.end,
            text=text,
            name=one_line(place.name),
            country=place.country,
            airport=place.airport,
            level=place.kind,  # type: ignore[arg-type]
        )

    def party(self, payer: Payer | CarrierHit | AgencyHit | None) -> Party | None:
        """Who."""
        if payer is None:
            return None
        return Party(
            start=payer.start,
            end=payer.end,
            text=self.text[payer.start : payer.end],
            name=one_line(payer.name),
            country=getattr(payer, "country", None),
        )

    def named(self, hit: Hit | None) -> Named | None:
        """Words and the name that they stand for."""
        if hit is None:
            return None
        span, sense = self.quote(hit.first, hit.last), hit.sense("authority")
        name = str(sense.data["name"]) if sense else one_line(span.text)
        return Named(start=span.start, end=span.end, text=span.text, name=name)

    def nationalities(self, draft: Draft) -> tuple[Nationality, ...]:
        """Whose citizens were on board, with their number where it was counted apart."""
        return tuple(
            Nationality(
                start=item.start,
                end=item.end,
                text=self.text[item.start : item.end],
                country=item.country,
                count=self._counted_apart(draft, item),
            )
            for item in draft.nationalities
            if item.country
        )

    def _counted_apart(self, draft: Draft, item: PlaceHit | PeopleHit) -> Count | None:
        group: Group | None = next(
            (
                group
                for group in draft.line.groups
                if len(group.countries) == 1 and group.countries[0].first == item.first
            ),
            None,
        )
        return self.count(group.number) if group else None


def one_line(name: str) -> str:
    """A name as it is spoken: without the line ends and wide spaces of its document."""
    return " ".join(name.split())


def _codes(countries: list[PeopleHit | PlaceHit] | list[PlaceHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.country for item in countries if item.country))


def _later(first: date, published: date | None) -> date:
    return published if published and published >= first else first
