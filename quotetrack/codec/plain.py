"""Records to plain dictionaries and back, without loss, under a version: what JSON, tables and the ledger store.

Every field of a record is a key of the same name. Enums are their plain values, dates are ISO 8601 strings, tuples are
lists, a span is ``{"start": …, "end": …}``. The outermost dictionary says what it is: ``schema`` is the version of the
shape, ``record`` the type in lower case. A claim's ``said_on`` is written too, for readers; it is not read back.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union

import attrs

from quotetrack.errors import DatasetError
from quotetrack.records import (
    Article,
    Claim,
    Cue,
    Dateline,
    Mention,
    Part,
    Reading,
    Skipped,
    Speaker,
    Step,
    When,
)
from quotetrack.spans import Span

SCHEMA = 1
"""The version of the shape that :func:`to_dict` writes."""

Record = Article | Claim | Cue | Dateline | Mention | Part | Reading | Skipped | Span | Speaker | Step | When
RECORDS: dict[str, type[Any]] = {cls.__name__.lower(): cls for cls in typing.get_args(Record)}
"""The record types by the name that stands under ``record``."""

_Coder = Callable[[Any], Any]
_PLAIN = (str, int, bool)


class _Wrong(Exception):
    """A value that does not fit its field; carries the path to it, outermost key last."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.path: list[str] = []


def to_dict(record: Record) -> dict[str, Any]:
    """A record as a dictionary that JSON can hold, and that :func:`from_dict` turns back into an equal record.

    Raises ``TypeError`` for anything that is no public record.

    >>> to_dict(Span(3, 7))
    {'schema': 1, 'record': 'span', 'start': 3, 'end': 7}
    """
    name = type(record).__name__.lower()
    if RECORDS.get(name) is not type(record):
        raise TypeError(f"to_dict takes a record ({', '.join(RECORDS)}), not {type(record).__name__}")
    return {"schema": SCHEMA, "record": name, **_encoder(type(record))(record)}


def from_dict(data: Mapping[str, Any]) -> Any:
    """The record that :func:`to_dict` wrote. Unknown keys are passed over; an older schema is brought up first.

    Raises :class:`~quotetrack.errors.DatasetError` where the schema is newer than this version's, or where the
    dictionary is no record; ``TypeError`` where it is no dictionary.

    >>> from_dict({"schema": 1, "record": "span", "start": 3, "end": 7})
    Span(start=3, end=7)
    """
    if not isinstance(data, Mapping):
        raise TypeError(f"from_dict takes a dictionary as to_dict gives it, not {type(data).__name__}")
    data = upgraded(data)
    name = data["record"]
    if not isinstance(name, str) or name not in RECORDS:
        raise DatasetError(f"no record is called {name!r}; there are {', '.join(RECORDS)}")
    try:
        return _decoder(RECORDS[name])(data)
    except _Wrong as wrong:
        place = ".".join(reversed(wrong.path)) or "it"
        raise DatasetError(f"this is no {name}: {place}: {wrong}") from None


def upgraded(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same dictionary in today's schema. A dictionary without ``schema`` is of schema 0, the first one.

    >>> upgraded({"start": 3, "end": 7, "record": "span"})["schema"]
    1
    """
    version = data.get("schema", 0)
    if isinstance(version, bool) or not isinstance(version, int) or version < 0:
        raise DatasetError(f"the schema is a whole number from 0 to {SCHEMA}, not {version!r}")
    if version > SCHEMA:
        raise DatasetError(
            f"this was written in schema {version}, and this version of quotetrack reads up to {SCHEMA}: "
            "install a newer quotetrack to read it"
        )
    while version < SCHEMA:
        data = UPGRADES[version](data)
        version += 1
    return data if "record" in data else {**data, "record": "claim"}


def _from_0(data: Mapping[str, Any]) -> dict[str, Any]:
    """Schema 0 gave no version, called nothing by its type, and wrote spans as ``[start, end]``."""
    return {"record": "claim", **data, "schema": 1}


UPGRADES: dict[int, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {0: _from_0}
"""What brings a dictionary of one schema to the next; a test holds that no step is missing."""


def dumps(record: Record) -> str:
    """The record as one line of JSON that UTF-8 can hold. Code points stay as many as they were.

    Lone surrogates are kept as escapes. A high one with a low one right behind it would come back from JSON as a single
    character, which would move every later offset: those two are written as two U+FFFD.

    >>> dumps(Span(3, 7))
    '{"schema":1,"record":"span","start":3,"end":7}'
    """
    return plain_json(to_dict(record))


def plain_json(data: object) -> str:
    """Any JSON value as one line, surrogates as in :func:`dumps`.

    >>> plain_json({"q": "\\ud83d", "é": "\\ud83d\\ude00"}) == '{"q":"\\\\ud83d","é":"\\ufffd\\ufffd"}'
    True
    """
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if line.isascii():
        return line
    line = _SURROGATE_PAIR.sub("\ufffd\ufffd", line)
    # these three end a line for some readers of lines, though not for JSON
    line = line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def loads(line: str | bytes) -> Any:
    """The record that a line of JSON holds; the opposite of :func:`dumps`.

    Raises :class:`~quotetrack.errors.DatasetError` for what is not JSON or no record.

    >>> loads('{"schema":1,"record":"span","start":3,"end":7}')
    Span(start=3, end=7)
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DatasetError(f"this is not a line of JSON: {error}") from None
    if not isinstance(data, dict):
        raise DatasetError("a line of a dataset is a JSON object, one record")
    return from_dict(data)


def alternatives(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a union, None left out; a plain type alone."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is Union:
        return tuple(part for part in typing.get_args(hint) if part is not type(None))
    return (hint,)


def _encoder_of(hint: Any) -> _Coder:
    """What turns a value of this type into a JSON value."""
    kinds = alternatives(hint)
    if len(kinds) > 1:
        return _encode_any
    (kind,) = kinds
    if typing.get_origin(kind) is tuple:
        one = _encoder(typing.get_args(kind)[0])
        return lambda value: [one(item) for item in value]
    if kind is dt.date:
        return lambda value: None if value is None else value.isoformat()
    if issubclass(kind, Enum):
        return lambda value: None if value is None else value.value
    if attrs.has(kind):
        return _record_encoder(kind)
    return lambda value: value


def _encode_any(value: Any) -> Any:
    return value if value is None or isinstance(value, _PLAIN) else _encoder(_base(type(value)))(value)


def _base(cls: type[Any]) -> type[Any]:
    return dt.date if issubclass(cls, dt.date) else cls


def _record_encoder(cls: type[Any]) -> _Coder:
    hints = typing.get_type_hints(cls)
    coders = [(f.name, None if hints[f.name] in _PLAIN else _encoder(hints[f.name])) for f in attrs.fields(cls)]

    def encode(record: Any) -> dict[str, Any] | None:
        if record is None:
            return None
        data = {}
        for name, code in coders:
            value = getattr(record, name)
            data[name] = value if code is None else code(value)
        if cls is Claim:
            data["said_on"] = None if record.said_on is None else record.said_on.isoformat()
        return data

    return encode


def _decoder_of(hint: Any) -> _Coder:
    """What turns a JSON value into a value of this type."""
    kinds = alternatives(hint)
    optional = kinds != (hint,)
    decode = _decode_either(kinds) if len(kinds) > 1 else _decode_one(kinds[0])
    return (lambda value: None if value is None else decode(value)) if optional else decode


def _decode_one(kind: Any) -> _Coder:
    if typing.get_origin(kind) is tuple:
        return _decode_tuple(_decoder(typing.get_args(kind)[0]))
    if attrs.has(kind):
        return _record_decoder(kind)
    if kind in _PLAIN:
        return _decode_plain(kind)
    return _decode_text(kind, kind.fromisoformat if issubclass(kind, dt.date) else kind)


def _decode_plain(kind: type[Any]) -> _Coder:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise _Wrong(f"expected {kind.__name__}, got {value!r:.60}")
        return value

    return decode


def _decode_text(kind: type[Any], make: _Coder) -> _Coder:
    """Enums and dates: made from a string, or wrong."""

    def decode(value: Any) -> Any:
        try:
            if isinstance(value, str):
                return make(value)
        except ValueError:
            pass
        raise _Wrong(f"expected a {kind.__name__.lower()}, got {value!r:.60}")

    return decode


def _decode_tuple(one: _Coder) -> _Coder:
    def decode(value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            raise _Wrong(f"expected a list, got {value!r:.60}")
        return tuple([one(item) for item in value])

    return decode


def _decode_either(kinds: tuple[Any, ...]) -> _Coder:
    """A union: a record is a dictionary, a time has a ``T`` where a date has none, all else is a string."""
    record = next((_decoder(kind) for kind in kinds if attrs.has(kind)), None)
    day, time = _decoder(dt.date), _decoder(dt.datetime)
    dated = dt.date in kinds

    def decode(value: Any) -> Any:
        if record is not None and isinstance(value, Mapping):
            return record(value)
        if not isinstance(value, str):
            raise _Wrong(f"expected {' or '.join(kind.__name__ for kind in kinds)}, got {value!r:.60}")
        return (time(value) if "T" in value else day(value)) if dated else value

    return decode


def _record_decoder(cls: type[Any]) -> _Coder:
    hints = typing.get_type_hints(cls)
    coders = [(f.name, _decoder(hints[f.name]), f.default is attrs.NOTHING) for f in attrs.fields(cls)]

    def decode(data: Any) -> Any:
        if cls is Span and isinstance(data, list) and len(data) == 2:  # schema 0
            data = {"start": data[0], "end": data[1]}
        if not isinstance(data, Mapping):
            raise _Wrong(f"expected a {cls.__name__.lower()}, got {data!r:.60}")
        values = {}
        for name, code, needed in coders:
            try:
                if name in data:
                    values[name] = code(data[name])
                elif needed:
                    raise _Wrong("it is missing")
            except _Wrong as wrong:
                wrong.path.append(name)
                raise
        return cls(**values)

    return decode


# made once a type
_encoder: Callable[[Any], _Coder] = cache(_encoder_of)
_decoder: Callable[[Any], _Coder] = cache(_decoder_of)
