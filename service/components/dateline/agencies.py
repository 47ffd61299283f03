"""Wires and newsrooms that sign datelines: printed forms and the names that readers know them by."""

import re

# Key of a printed form (letters and digits, in lower case) → the name that readers know. Source: the signatures of the
# development articles and the agencies' own style pages.
AGENCY_NAMES = {
    "aa": "Anadolu",
    "aap": "AAP",
    "abcnews": "ABC News",
    "accessnewswire": "ACCESS Newswire",
    "accesswire": "ACCESSWIRE",
    "adnkronos": "Adnkronos",
    "afp": "AFP",
    "afx": "AFX",
    "agencefrancepresse": "AFP",
    "agencies": "Agencies",
    "agi": "AGI",
    "aljazeera": "Al Jazeera",
    "anadolu": "Anadolu",
    "anadoluagency": "Anadolu",
    "ani": "ANI",
    "ansa": "ANSA",
    "antara": "Antara",
    "ap": "AP",
    "apnews": "AP",
    "apogroup": "APO Group",
    "app": "APP",
    "aptn": "APTN",
    "associatedpress": "AP",
    "azertac": "AZERTAC",
    "bbc": "BBC",
    "belga": "Belga",
    "belta": "BelTA",
    "bernama": "Bernama",
    "bloomberg": "Bloomberg",
    "bloombergnews": "Bloomberg",
    "bna": "BNA",
    "bss": "BSS",
    "bta": "BTA",
    "businesswire": "Business Wire",
    "canadianpress": "The Canadian Press",
    "catholicnewsagency": "Catholic News Agency",
    "cbc": "CBC",
    "cbs": "CBS",
    "cbsmw": "CBS MarketWatch",
    "cbsnews": "CBS News",
    "cna": "CNA",
    "cnn": "CNN",
    "cnnmoney": "CNNMoney",
    "cns": "CNS",
    "cnsnewscom": "CNSNews.com",
    "cnw": "CNW",
    "computerworld": "Computerworld",
    "cp": "The Canadian Press",
    "ctk": "CTK",
    "dowjones": "Dow Jones",
    "dpa": "dpa",
    "dpaafx": "dpa-AFX",
    "efe": "EFE",
    "einpresswire": "EIN Presswire",
    "einpresswirecom": "EIN Presswire",
    "fars": "Fars",
    "fides": "Fides",
    "foxnews": "Fox News",
    "ftcom": "FT.com",
    "globenewswire": "GlobeNewswire",
    "gna": "GNA",
    "hina": "HINA",
    "ians": "IANS",
    "idgnewsservice": "IDG News Service",
    "interfax": "Interfax",
    "interfaxukraine": "Interfax-Ukraine",
    "ips": "IPS",
    "irin": "IRIN",
    "irna": "IRNA",
    "isna": "ISNA",
    "itartass": "TASS",
    "jiji": "Jiji",
    "jijipress": "Jiji",
    "jta": "JTA",
    "kcna": "KCNA",
    "kna": "KNA",
    "kuna": "KUNA",
    "kyodo": "Kyodo",
    "kyodonews": "Kyodo",
    "losangelestimes": "Los Angeles Times",
    "lusa": "Lusa",
    "marketwatch": "MarketWatch",
    "marketwire": "Marketwired",
    "marketwired": "Marketwired",
    "mehrnewsagency": "Mehr News Agency",
    "mena": "MENA",
    "mna": "MNA",
    "mti": "MTI",
    "naharnet": "Naharnet",
    "nan": "NAN",
    "nbcnews": "NBC News",
    "newratings": "New Ratings",
    "newsfile": "Newsfile",
    "newsfilecorp": "Newsfile",
    "nexstar": "Nexstar",
    "nnn": "NNN",
    "novosti": "RIA Novosti",
    "npr": "NPR",
    "pap": "PAP",
    "petra": "Petra",
    "pid": "PID",
    "pna": "PNA",
    "ppi": "PPI",
    "pressassociation": "PA",
    "prnewswire": "PR Newswire",
    "prnewswirefirstcall": "PR Newswire",
    "prnewswireprweb": "PR Newswire",
    "prnewswireusnewswire": "PR Newswire",
    "prweb": "PRWeb",
    "pti": "PTI",
    "qna": "QNA",
    "reuter": "Reuters",
    "reuters": "Reuters",
    "rferl": "RFE/RL",
    "rianovosti": "RIA Novosti",
    "rns": "RNS",
    "rttnews": "RTTNews",
    "saba": "Saba",
    "sana": "SANA",
    "sapa": "SAPA",
    "spa": "SPA",
    "spacecom": "SPACE.com",
    "sportsnetwork": "The Sports Network",
    "suna": "SUNA",
    "tanjug": "Tanjug",
    "tasnim": "Tasnim",
    "tass": "TASS",
    "telam": "Télam",
    "theassociatedpress": "AP",
    "thecanadianpress": "The Canadian Press",
    "thesportsnetwork": "The Sports Network",
    "thomsonreuters": "Reuters",
    "thomsonreutersfoundation": "Thomson Reuters Foundation",
    "tt": "TT",
    "ukrinform": "Ukrinform",
    "uni": "UNI",
    "upi": "UPI",
    "usatoday": "USA Today",
    "usatodaycom": "USA Today",
    "vna": "VNA",
    "voa": "VOA",
    "wafa": "WAFA",
    "wam": "WAM",
    "xinhua": "Xinhua",
    "xinhuanet": "Xinhua",
    "yonhap": "Yonhap",
    "zenit": "Zenit",
    "zenitorg": "Zenit",
}
# Signatures that stand without brackets or slashes: "SEOUL, Nov 26 AFP -", "ROME, March 13, Reuter -", "SPACE.com - ".
match_bare_agency = re.compile(
    r"""
    (?: AAP | AFP | ANSA | AP | Bernama | Canadian\ Press | CNN | CP | dpa | EFE | FT\.com | IANS | Interfax
      | (?:Itar-)?T(?:ASS|ass) | JTA | KUNA | Kyodo | Los\ Angeles\ Times | PTI | Reuters? | RNS | SPACE\.com
      | The\ Associated\ Press | The\ Canadian\ Press | UPI | USATODAY\.com | WAM | Xinhua | Yonhap )
    (?! [\w'’] )
    """,
    re.VERBOSE,
).match
# "KVELLER via JTA —"
match_relayed_agency = re.compile(
    r"[A-Z]\w{2,20} \ via \ (?P<agency> [A-Z]\w{1,20} (?:\ [A-Z]\w{1,20})? ) (?=\s[-–—])", re.VERBOSE
).match
is_newsroom_shape = re.compile(
    r"""
    (?: [KW][A-Z]{2,3}(?:\ ?\d{1,2})?(?:-?TV)?                     # an American call sign: "KTRK", "KGUN9-TV"
      | [A-Z][\w.&-]*(?:\ [A-Z0-9][\w.&-]*){0,5}                    # "FOX 26", "The Borowitz Report", "SatireWire.com"
    )
    (?: \ ?[,/]\ ?[\w.&-]+(?:\ [\w.&-]+){0,3} )?                    # "FOX 11 / CNS", "The Hill Herald, Lima Bureau"
    """,
    re.VERBOSE,
).fullmatch
is_person_shape = re.compile(r"[A-Z][a-z’']+ (?:\ [A-Z]\.)? (?:[\ -][A-Z][a-z’']+){1,2}", re.VERBOSE).fullmatch
find_joined_agencies = re.compile(r"\s*/\s*").split
find_symbols = re.compile(r"[\W_]+").sub


def name_agency(printed: str) -> str:
    """The reader's name of the agency or agencies of a signature; as printed where it is unknown.

    >>> name_agency("GLOBE NEWSWIRE"), name_agency("PRNewswire-FirstCall"), name_agency("BSS/AFP")
    ('GlobeNewswire', 'PR Newswire', 'BSS/AFP')
    >>> name_agency("Xinhuanet"), name_agency("Newsfile Corp."), name_agency("KTRK")
    ('Xinhua', 'Newsfile', 'KTRK')
    """
    whole = find_agency_name(printed)
    if whole is not None:
        return whole
    parts = find_joined_agencies(printed.strip())
    return "/".join([find_agency_name(part) or part for part in parts])


def find_agency_name(printed: str) -> str | None:
    """The reader's name of one known agency, or None; "via COMTEX" is no part of it."""
    return AGENCY_NAMES.get(find_symbols("", printed.lower().partition(" via ")[0]))


def is_known_agency(printed: str) -> bool:
    """Whether a signature names a known agency, alone or with another.

    >>> is_known_agency("Reuters"), is_known_agency("tca/dpa"), is_known_agency("R-Texas")
    (True, True, False)
    """
    if find_agency_name(printed) is not None:
        return True
    return any(find_agency_name(part) is not None for part in find_joined_agencies(printed))


def is_photo_credit(printed: str) -> bool:
    """Whether a signature joins a name of two words with an agency, as credits below pictures do.

    >>> is_photo_credit("Ana Lee/Associated Press"), is_photo_credit("FOX 11 / CNS"), is_photo_credit("AP/Ana B. Lee")
    (True, False, True)
    """
    parts = find_joined_agencies(printed.strip())
    return len(parts) > 1 and any(is_person_shape(part) and find_agency_name(part) is None for part in parts)
