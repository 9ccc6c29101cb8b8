"""From a session's words to the decoder that they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.decoding.binary import StructDecoder
from app.decoding.boot_time import BootAxis
from app.decoding.contract import Decoder
from app.decoding.csv import CsvDecoder
from app.decoding.field_time import FieldAxis
from app.decoding.json_lines import JsonDecoder
from app.decoding.options import Arrival, Csv, DecodingOptions, FieldTime, Json, Rate, Struct, TimeOptions
from app.decoding.rate_time import RateAxis
from app.decoding.timing import ArrivalAxis, TimeAxis

AXES: Mapping[type[TimeOptions], Callable[[Any], TimeAxis]] = {
    Arrival: ArrivalAxis,
    Rate: RateAxis,
    FieldTime: lambda options: (BootAxis if options.epoch == "boot" else FieldAxis)(options),
}

DECODERS: Mapping[type[DecodingOptions], Callable[[Any, TimeAxis], Decoder]] = {
    Csv: CsvDecoder,
    Json: JsonDecoder,
    Struct: StructDecoder,
}


def make_decoder(decoding: DecodingOptions, time: TimeOptions) -> Decoder:
    """A decoder whose batches have their times on `app.clock`."""
    return DECODERS[type(decoding)](decoding, AXES[type(time)](time))
