"""Currencies: signs, codes and names, and the ISO 4217 code that each means."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.words import words

SIGNS: Final[dict[str, str]] = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₴": "UAH",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₵": "GHS",
    "₡": "CRC",
    "₲": "PYG",
    "৳": "BDT",
    "៛": "KHR",
    "₭": "LAK",
    "₮": "MNT",
    "﷼": "IRR",
}
DOLLARS: Final[dict[str, str]] = {
    "us": "USD",
    "u.s.": "USD",
    "usd": "USD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "cad": "CAD",
    "cdn": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "nt": "TWD",
    "tw": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
    "ja": "JMD",
    "tt": "TTD",
    "z": "ZWL",
    "n": "NAD",
    "fj": "FJD",
    "b": "BND",
    "bds": "BBD",
    "ec": "XCD",
    "gy": "GYD",
    "ar": "ARS",
    "rd": "DOP",
    "cl": "CLP",
    "col": "COP",
    "u": "UYU",
}
"""What letters before a dollar sign make of it."""
PREFIXES: Final[dict[str, str]] = {
    "rs": "INR",
    "re": "INR",
    "rm": "MYR",
    "rp": "IDR",
    "ps": "GBP",  # an old mark for the pound, left by careless conversion of the sign
    "kr": "SEK",
    "skr": "SEK",
    "nkr": "NOK",
    "dkr": "DKK",
    "ksh": "KES",
    "kshs": "KES",
    "ush": "UGX",
    "tsh": "TZS",
    "sh": "KES",
    "rmb": "CNY",
    "cn¥": "CNY",
    "tk": "BDT",
    "birr": "ETB",
    "gh₵": "GHS",
    "sfr": "CHF",
    "fr": "CHF",
    "zł": "PLN",
    "r": "ZAR",
    "dh": "AED",
    "dhs": "AED",
    "sr": "SAR",
    "qr": "QAR",
    "bd": "BHD",
    "kd": "KWD",
    "jd": "JOD",
    "le": "EGP",
    "php": "PHP",
    "dlrs": "USD",
    "usd": "USD",
}
"""Letters that mean money when a number follows."""
CODES: Final = words(
    """USD EUR GBP JPY CHF AUD CAD NZD CNY CNH HKD SGD TWD KRW INR PKR BDT LKR NPR IDR MYR PHP THB VND KHR MMK LAK
    MNT KZT UZS KGS TJS TMT AFN IRR IQD ILS JOD LBP SYP SAR AED QAR BHD KWD OMR YER TRY RUB UAH BYN MDL GEL AMD
    AZN PLN CZK HUF RON BGN RSD HRK ALL MKD BAM SEK NOK DKK ISK EGP LYD TND DZD MAD SDG SSP ETB ERN KES UGX TZS
    RWF BIF NGN GHS XOF XAF ZAR NAD BWP ZMW MWK MZN AOA ZWL MUR SCR MGA BRL ARS CLP COP PEN UYU PYG BOB VES VEF
    GYD SRD MXN GTQ HNL NIO CRC PAB DOP HTG JMD TTD BBD BSD XCD CUP FJD PGK WST TOP XDR BND LRD BZD FKP CDF GNF DJF KMF SOS SLE GMD"""
)
WORDS_TOO: Final = frozenset({"COP", "TOP", "CUP", "MAD", "ALL", "TRY", "SOS", "PEN", "RON", "BAM", "GEL", "SRD"})
"""Codes that are words or names as well: money only with a space behind them."""
NOUNS: Final[dict[str, str]] = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "quid": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "shekel": "ILS",
    "ruble": "RUB",
    "rouble": "RUB",
    "franc": "CHF",
    "won": "KRW",
    "ringgit": "MYR",
    "baht": "THB",
    "rupiah": "IDR",
    "zloty": "PLN",
    "złoty": "PLN",
    "forint": "HUF",
    "koruna": "CZK",
    "lev": "BGN",
    "hryvnia": "UAH",
    "hryvna": "UAH",
    "lira": "TRY",
    "rand": "ZAR",
    "naira": "NGN",
    "cedi": "GHS",
    "birr": "ETB",
    "kwacha": "ZMW",
    "pula": "BWP",
    "dong": "VND",
    "taka": "BDT",
    "kyat": "MMK",
    "tenge": "KZT",
    "sum": "UZS",
    "lari": "GEL",
    "manat": "AZN",
    "dram": "AMD",
    "afghani": "AFN",
    "riyal": "SAR",
    "bolivar": "VES",
    "bolívar": "VES",
    "guarani": "PYG",
    "quetzal": "GTQ",
    "lempira": "HNL",
    "sol": "PEN",
    "gourde": "HTG",
    "real": "BRL",
    "kina": "PGK",
    "tugrik": "MNT",
    "krona": "SEK",
    "krone": "NOK",
    "króna": "ISK",
    "peso": "MXN",
    "dirham": "AED",
    "dinar": "",
    "rial": "IRR",
    "shilling": "",
    "crown": "",
    "leu": "RON",
}
"""Names in the singular; an empty code: only the country before it tells which."""
PLURALS: Final[dict[str, str]] = {
    "kroner": "krone",
    "kronor": "krona",
    "lire": "lira",
    "leva": "lev",
    "lei": "leu",
    "reais": "real",
    "pence": "penny",
}
"""Plurals of money that do not end in -s."""
UNSURE_NOUNS: Final = words("sol real sum lev crown buck sterling won rand dram")
"""Words that mean other things as well: money only after a country's adjective or a scale."""
OF_COUNTRIES: Final[dict[tuple[str, str], str]] = {
    (adjective, noun): code
    for noun, countries in {
        "dollar": "us:USD u.s.:USD american:USD australian:AUD aussie:AUD canadian:CAD zealand:NZD kiwi:NZD kong:HKD"
        " singapore:SGD singaporean:SGD taiwan:TWD taiwanese:TWD jamaican:JMD zimbabwean:ZWL zimbabwe:ZWL namibian:NAD"
        " fijian:FJD bahamian:BSD barbadian:BBD barbados:BBD guyanese:GYD liberian:LRD brunei:BND caribbean:XCD"
        " trinidad:TTD belize:BZD",
        "pound": "british:GBP egyptian:EGP lebanese:LBP syrian:SYP sudanese:SDG cypriot:CYP irish:IEP falkland:FKP",
        "franc": "swiss:CHF cfa:XOF african:XOF congolese:CDF rwandan:RWF burundian:BIF guinean:GNF djiboutian:DJF"
        " comorian:KMF french:FRF belgian:BEF",
        "krona": "swedish:SEK icelandic:ISK",
        "krone": "norwegian:NOK danish:DKK",
        "crown": "danish:DKK norwegian:NOK swedish:SEK czech:CZK icelandic:ISK estonian:EEK",
        "koruna": "czech:CZK slovak:SKK",
        "rupee": "indian:INR pakistani:PKR pakistan:PKR lankan:LKR nepalese:NPR nepali:NPR mauritian:MUR"
        " seychellois:SCR",
        "rupiah": "indonesian:IDR",
        "yuan": "chinese:CNY",
        "yen": "japanese:JPY",
        "won": "korean:KRW",
        "ringgit": "malaysian:MYR",
        "baht": "thai:THB",
        "peso": "mexican:MXN philippine:PHP filipino:PHP argentine:ARS argentinian:ARS argentinean:ARS chilean:CLP"
        " colombian:COP cuban:CUP dominican:DOP uruguayan:UYU",
        "dinar": "iraqi:IQD kuwaiti:KWD jordanian:JOD bahraini:BHD libyan:LYD tunisian:TND algerian:DZD serbian:RSD"
        " yugoslav:YUM macedonian:MKD",
        "denar": "macedonian:MKD",
        "dirham": "emirati:AED uae:AED emirates:AED moroccan:MAD",
        "rial": "iranian:IRR omani:OMR yemeni:YER qatari:QAR",
        "riyal": "saudi:SAR qatari:QAR",
        "lira": "turkish:TRY lebanese:LBP syrian:SYP italian:ITL",
        "shekel": "israeli:ILS",
        "ruble": "russian:RUB belarusian:BYN belarussian:BYN",
        "rouble": "russian:RUB belarusian:BYN belarussian:BYN",
        "rand": "african:ZAR",
        "real": "brazilian:BRL",
        "sol": "peruvian:PEN",
        "sum": "uzbek:UZS",
        "som": "uzbek:UZS kyrgyz:KGS",
        "lev": "bulgarian:BGN",
        "leu": "romanian:RON moldovan:MDL",
        "shilling": "kenyan:KES ugandan:UGX tanzanian:TZS somali:SOS austrian:ATS",
        "kwacha": "zambian:ZMW malawian:MWK",
        "dram": "armenian:AMD",
        "forint": "hungarian:HUF",
        "zloty": "polish:PLN",
        "naira": "nigerian:NGN",
        "cedi": "ghanaian:GHS ghana:GHS",
        "birr": "ethiopian:ETB",
        "mark": "german:DEM deutsche:DEM",
    }.items()
    for adjective, code in (pair.split(":") for pair in countries.split())
}
"""A country's adjective (its last word) with the name of its money in the singular."""

MONEY: Final = CODES | frozenset(OF_COUNTRIES.values()) | {"cent", "penny", "bitcoin"}
"""Every unit of money, those that are no more among them."""


def is_money(unit: str | None) -> bool:
    """Return whether a unit is one of money, "USD per barrel" and cents included."""
    head = (unit or "").partition(" per ")[0]
    return head in MONEY
