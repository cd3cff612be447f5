"""``explain(claim)``: why this speaker, this date, this span, one sentence a step, from the claim's own record."""

from __future__ import annotations

from quotetrack.records import Claim, Ground, Kind, Step, When, WhenGround

_KINDS = {
    Kind.DIRECT: "All that was said stands between quotation marks",
    Kind.MIXED: "Some of what was said stands between quotation marks",
    Kind.INDIRECT: "What was said stands without quotation marks",
}
_GROUNDS = {
    Ground.NAMED: "which names the speaker in full",
    Ground.LINKED: "which one candidate alone fits",
    Ground.CARRIED: "carried over from the claim that it continues or stands with",
    Ground.OPEN: "which settles on nobody",
}
_WHENS = {
    WhenGround.WORDS: "from the cue's own words “{0}”",
    WhenGround.SENTENCE: "from its sentence's words “{0}”",
    WhenGround.DATELINE: "from the dateline, for want of words of its own",
    WhenGround.PUBLISHED: "from the day of publication, for want of a dateline",
}


def explain(claim: Claim) -> str:
    """Why a claim is what it is: what, who and when first, then one sentence for each step that led there.

    The sentences come from the record alone, so that an exported claim explains itself without its article.

    >>> from quotetrack import extract_quotes
    >>> [claim] = extract_quotes('"We are ready," Ana Ruiz said.')
    >>> print(explain(claim).splitlines()[1])
    The speaker is Ana Ruiz, by the words “Ana Ruiz”, which names the speaker in full (named).
    """
    lines = [_what(claim), _who(claim), _when(claim.said), *(_step(n, step) for n, step in enumerate(claim.why, 1))]
    # words that run over a line end stay in their sentence
    return "\n".join(" ".join(line.split()) for line in lines)


def _what(claim: Claim) -> str:
    places = " and ".join(f"{span.start}–{span.end}" for span in claim.spans)
    return (
        f"“{claim.text}”: {_KINDS[claim.kind][0].lower()}{_KINDS[claim.kind][1:]}, characters {places} ({claim.kind})."
    )


def _who(claim: Claim) -> str:
    by = f"by the words “{claim.source.text}”, " if claim.source is not None else ""
    if claim.speaker is None:
        return f"The speaker is not settled{', ' + by.rstrip(', ') if by else ''} ({claim.ground})."
    role = f" ({claim.speaker.role})" if claim.speaker.role else ""
    return f"The speaker is {claim.speaker.name}{role}, {by}{_GROUNDS[claim.ground]} ({claim.ground})."


def _when(said: When | None) -> str:
    if said is None:
        return "The text does not settle when it was said."
    days = f"on {said.start}" if said.start == said.end else f"between {said.start} and {said.end}"
    counted = f", counted from {said.anchor}" if said.anchor is not None and said.anchor != said.start else ""
    return f"It was said {days}, {_WHENS[said.ground].format(said.words)}{counted} ({said.precision})."


def _step(number: int, step: Step) -> str:
    over = f", and not {' or '.join(step.over)}" if step.over else ""
    words = f"the words “{step.words}” at {step.start}–{step.end}" if step.words else f"the place {step.start}"
    gave = {"": "nobody", "cue": "the cue"}.get(step.gave, step.gave)
    return f"{number}. By the rule “{step.rule}” {words} gave {gave}{over} ({step.ground})."
