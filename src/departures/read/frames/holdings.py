"""Holdings: what a court found, said or told somebody, and so whether it bars or permits.

Invariant: mere speech has an effect only where it says what must, may or may not be done.
"""

from departures.read.frames.court_clauses import Clause
from departures.read.speech.grammar import tables

_CONTENT = 40
"""So many words of what is held are read."""
_SHORT = 5
"""So few words behind a verb are no content, but a day: "… , the court ruled on Monday"."""
_SOON = 10
"""So many words after the verb a verdict without "that" is told."""
_MODAL = 5
"""So many words after "may" or "must" stands what may or must be done."""


class Holding:
    """What stands behind a court's "ruled", "found" or "said"."""

    def __init__(self, clause: Clause) -> None:
        self.clause, self.tables = clause, clause.tables

    def effect(self) -> str | None:
        """What a decision means; "other" for one about other things, none for no decision."""
        content = self._content()
        if self._unheard(content):
            return "permits"
        subject = self.clause.preceding(2 * _SOON) if self.clause.is_passive() else []
        due = self._due(content, subject, True)
        if due is not None:
            return due
        return self._verdict(content, subject)

    def spoken(self) -> str | None:
        """What mere speech means: "said the government must bring them back"."""
        return self._due(self._content(), [], False)

    def _content(self) -> list[str]:
        """What is held: what follows, or what stands before: "The flights can go on, she ruled"."""
        following = self.clause.following(_CONTENT)
        if len(following) > _SHORT or not self._is_day(following):
            return following
        before = self.clause.preceding(_CONTENT)
        for at in range(len(before) - 1, max(0, len(before) - 2 * _SOON), -1):
            if before[at] == ",":
                return before[:at]
        return following

    def _is_day(self, words: list[str]) -> bool:
        """Whether nothing but a day stands behind the verb."""
        return not words or words[0] in self.tables["dayward"] or words[0] in tables("en").time

    def _due(self, content: list[str], subject: list[str], ruled: bool) -> str | None:
        """What must, may or may not be done about a removal."""
        for at, word in enumerate(content):
            done = content[at + 1 : at + 1 + _MODAL]
            negated = word in self.tables["cannot"] or (
                word == "not" and done[:1] in (["to"], ["be"])
            )
            modal = word in self.tables["modal_may"] or word in self.tables["modal_must"]
            if not (negated or modal) or self._is_month(content, at):
                continue
            if word in self.tables["with_to"] and done[:1] != ["to"]:
                continue
            negated = negated or not self.tables["not"].isdisjoint(done[:2])
            negated = negated or not self.tables["nobody"].isdisjoint(content[:at])
            to_come = content[at + 1 : at + 12]
            if not self.clause.about_removal(to_come + (subject or content[:at])):
                must = word in self.tables["modal_must"] and not negated
                state = not self.tables["government"].isdisjoint(content[:at])
                if must and (state or (ruled and "that" in content[:_SOON])):
                    return "orders"
                if self.tables["going_on"].isdisjoint(done) or (negated and not ruled):
                    continue
            if word in self.tables["modal_must"] and not negated:
                return "orders" if self._of_state(content, at) else None
            if not negated and not self.tables["coming_back"].isdisjoint(done[:2]):
                return "orders"
            staying = not self.tables["remaining"].isdisjoint(done)
            return "bars" if negated != staying else "permits"
        return None

    def _is_month(self, content: list[str], at: int) -> bool:
        """Whether "may" is the month: "on May 8", "8 May"."""
        beside = content[max(0, at - 1) : at] + content[at + 1 : at + 2]
        return content[at] == "may" and any(word[0].isdigit() for word in beside)

    def _of_state(self, content: list[str], modal: int) -> bool:
        """Whether what must be done is no mere condition: "he must return by Friday"."""
        return content[modal + 1 : modal + 2] != ["have"]

    def _verdict(self, content: list[str], subject: list[str]) -> str | None:
        """What is found lawful or unlawful; none where nothing is decided."""
        that = "that" in content[: 2 * _SOON]
        plain = content[:_SOON] if not that else content
        wrong = not self.tables["unlawful"].isdisjoint(plain)
        breach = not self.tables["breaching"].isdisjoint(plain)
        right = not self.tables["lawful"].isdisjoint(plain)
        if right and self._is_denied(plain):
            wrong, right = True, False
        removal = self.clause.about_removal(content + subject)
        if breach and not self.tables["papers"].isdisjoint(plain):
            return "bars"
        if breach and removal and not self.tables["laws"].isdisjoint(plain):
            return "bars"
        removal = removal or "safe" in plain
        if wrong and (removal or not self.tables["schemes"].isdisjoint(plain + subject)):
            return "bars"
        if right and removal and self.tables["not"].isdisjoint(plain):
            return "permits"
        if removal and not self.tables["unsafe"].isdisjoint(plain):
            return "bars"
        decided = wrong or breach or right or not self.tables["decided"].isdisjoint(content[:_SOON])
        if self._nobody(content[:4]):
            return "bars"
        return "other" if that or decided or content[:1] == ["for"] else None

    def _nobody(self, words: list[str]) -> bool:
        """Whether it is "nobody", "no one" or "no migrant" to whom something may happen."""
        for at, word in enumerate(words[:-1]):
            if word in self.tables["nobody"]:
                return word != "no" or words[at + 1] not in self.tables["no_finding"]
        return False

    def _is_denied(self, words: list[str]) -> bool:
        """Whether something is "not a safe country", "no longer lawful"."""
        for at, word in enumerate(words):
            if word in self.tables["lawful"]:
                return not self.tables["not"].isdisjoint(words[max(0, at - 3) : at])
        return False

    def _unheard(self, content: list[str]) -> bool:
        """Whether the court cannot stop it: it "lacks jurisdiction", the case is "moot"."""
        return not self.tables["unheard"].isdisjoint(content[: 3 * _SOON])
