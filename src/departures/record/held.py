"""Movements as the record shows them, loaded when they are first asked for.

Invariant: a document is loaded once, with all decisions in force about it.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from departures.record.deciding import DECISIONS
from departures.record.intake import CLAIMS, among, in_parts
from departures.record.tables import movements, shown_claims, shown_documents
from departures.resolve import Movement, Report, prepare
from departures.words import Claim, Decision, OperationClaim


class Held:
    """The movements of the documents that were loaded, by key, and the decisions about them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.movements: dict[str, Movement] = {}
        self._decisions: dict[int, Decision] = {}
        self._loaded: set[str] = set()

    @property
    def decisions(self) -> list[Decision]:
        """The decisions in force about the documents that were loaded, in their order."""
        return [self._decisions[id] for id in sorted(self._decisions)]

    def load(self, documents: Iterable[str]) -> list[Movement]:
        """Load what is not loaded yet; the movements that were."""
        missing = [id for id in dict.fromkeys(documents) if id not in self._loaded]
        self._loaded.update(missing)
        found = [each for some in in_parts(missing) for each in self._prepared(some)]
        self.movements |= {movement.key: movement for movement in found}
        return found

    def members(self, components: Collection[str]) -> list[Movement]:
        """The movements of these components, by key."""
        of = movements.c
        query = select(of.key, of.document)
        held = of.component.in_(among(self.connection, components))
        rows = self.connection.execute(query.where(held))
        documents_of = {row.key: row.document for row in rows}
        self.load(documents_of.values())
        return [self.movements[key] for key in sorted(documents_of) if key in self.movements]

    def _prepared(self, documents: Sequence[str]) -> list[Movement]:
        of = shown_documents.c
        query = select(of.id, of.report, of.decisions, of.undecided).where(of.id.in_(documents))
        reports, untouched = [], []
        told: list[Claim] = []
        for row in self.connection.execute(query):
            reports.append(Report.model_validate(row.report))
            made = DECISIONS.validate_python(row.decisions)
            self._decisions |= {decision.id: decision for decision in made}
            if row.undecided is None:
                untouched.append(row.id)
            else:
                told += CLAIMS.validate_python(row.undecided)
        told += self._claims(untouched)
        claims = [claim for claim in told if isinstance(claim, OperationClaim)]
        return prepare(claims, self.decisions, reports)

    def _claims(self, documents: Sequence[str]) -> list[Claim]:
        of = shown_claims.c
        query = select(of.body).where(of.document.in_(documents), of.kind == "operation")
        return CLAIMS.validate_python(self.connection.scalars(query).all())
