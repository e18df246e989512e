"""Names of languages and countries in the reader's language, by CLDR, and the regions of the world that countries lie in."""

from __future__ import annotations

import functools

from babel import Locale, UnknownLocaleError

_M49 = """
015 DZ EG EH LY MA SD TN
011 BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG
014 BI DJ ER ET KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW
017 AO CD CF CG CM GA GQ ST TD
018 BW LS NA SZ ZA
021 BM CA GL PM US
013 BZ CR GT HN MX NI PA SV
029 AG AI AW BB BL BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI
005 AR BO BR CL CO EC FK GF GY PE PY SR UY VE
143 KG KZ TJ TM UZ
030 CN HK JP KP KR MN MO TW
035 BN ID KH LA MM MY PH SG TH TL VN
034 AF BD BT IN IR LK MV NP PK
145 AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE
151 BG BY CZ HU MD PL RO RU SK UA
154 AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ
039 AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK
155 AT BE CH DE FR LI LU MC NL
053 AU NZ
054 FJ NC PG SB VU
057 FM GU KI MH MP NR PW
061 AS CK NU PF PN TK TO TV WF WS
"""
"""The regions of the standard M49 of the United Nations' Statistics Division, by number, and their countries."""
REGIONS = {row[:3]: tuple(row[4:].split()) for row in _M49.strip().splitlines()}
_REGION_OF = {country: region for region, countries in REGIONS.items() for country in countries}


def region_of(country: str) -> str:
    """The number of the region that a country lies in; empty where it is none."""
    return _REGION_OF.get(country, "")


def language_name(tag: str, locale: Locale) -> str:
    """What a language is called in the language of `locale`; empty where CLDR has no name for it."""
    language, *rest = tag.split("-")
    names = locale.languages
    return names.get("_".join((language, *rest)), names.get(language, "")) if language != "und" else ""


@functools.cache
def own_name(tag: str) -> str:
    """What a language is called in itself; empty where CLDR does not know it."""
    try:
        return language_name(tag, Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):
        return ""
