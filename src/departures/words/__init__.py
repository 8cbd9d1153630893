"""
The vocabulary: documents, claims, operations and findings, as every stage exchanges them.

Knows nothing of any stage. The meaning of each word is in `docs/data-dictionary.md`.
"""

from departures.words.claims import (
    Act,
    AgreementClaim,
    Challenge,
    Claim,
    Effect,
    Manner,
    Measure,
    Modality,
    Mode,
    OperationClaim,
    OrderClaim,
    Speaker,
    StatementClaim,
    StatisticClaim,
    claim_id,
    spans_of,
)
from departures.words.documents import Document, document_id
from departures.words.operations import (
    AnyValue,
    Asserted,
    Evidence,
    Finding,
    Operation,
    ResolvedField,
    Verdict,
    Weight,
)
from departures.words.reading import Reading
from departures.words.values import (
    Basis,
    Count,
    Date,
    Named,
    Nationality,
    Party,
    Place,
    Span,
    Value,
)

__all__ = [
    "Act",
    "AgreementClaim",
    "AnyValue",
    "Asserted",
    "Basis",
    "Challenge",
    "Claim",
    "Count",
    "Date",
    "Document",
    "Effect",
    "Evidence",
    "Finding",
    "Manner",
    "Measure",
    "Modality",
    "Mode",
    "Named",
    "Nationality",
    "Operation",
    "OperationClaim",
    "OrderClaim",
    "Party",
    "Place",
    "Reading",
    "ResolvedField",
    "Span",
    "Speaker",
    "StatementClaim",
    "StatisticClaim",
    "Value",
    "Verdict",
    "Weight",
    "claim_id",
    "document_id",
    "spans_of",
]
