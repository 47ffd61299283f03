"""Every corpus that teaches: how it is read, how many passes it gets, and what its labels mean in ours."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from service.extraction import ORGANISATION_KINDS, OrganisationKind
from training.corpora.annotated import AnnotatedText
from training.corpora.claims import read_discourse, read_labelled_sentences
from training.corpora.entities import read_columns, read_worldwide
from training.corpora.organisation_kinds import mark_kinds, read_folded_labels
from training.corpora.own import read_split
from training.corpora.polnear import read_polnear
from training.corpora.sentence_labels import read_opinions
from training.corpora.sentences import read_sentences

# A corpus's label → the types of ours that it may stand for. "O" is what a corpus leaves unmarked: a type that it
# does not annotate may hide there, so that type stays possible and costs no loss.
LabelMap = dict[str, tuple[str, ...]]

CONLL: LabelMap = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": ("LOC", "FAC"),
    "MISC": ("NORP", "PRODUCT", "MISC"),
    "O": ("DATE", "MONEY"),
}
COARSE: LabelMap = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": ("LOC", "FAC"),
    "O": ("NORP", "DATE", "MONEY", "PRODUCT", "MISC"),
}
ENTITY_MAPS: dict[str, LabelMap] = {
    "worldwide": {
        "Person": ("PERSON",),
        "Organization": ("ORG",),
        "Location": ("LOC",),
        "Facility": ("FAC",),
        "NORP": ("NORP",),
        "Date": ("DATE",),
        "Money": ("MONEY",),
        "Product": ("PRODUCT",),
        "Misc": ("MISC",),
        "O": (),
    },
    "conll2003": CONLL,
    "wikigold": CONLL,
    "finer_ord": COARSE,
    "btc": COARSE,
    "wnut17": {
        "person": ("PERSON",),
        "corporation": ("ORG",),
        # Bands and teams, which other corpora call organisations, beside peoples.
        "group": ("ORG", "NORP"),
        "location": ("LOC", "FAC"),
        "product": ("PRODUCT",),
        "creative-work": ("MISC",),
        "O": ("NORP", "DATE", "MONEY"),
    },
    "crossner_politics": {
        "politician": ("PERSON",),
        "person": ("PERSON",),
        "politicalparty": ("ORG",),
        "organisation": ("ORG",),
        "country": ("LOC",),
        "location": ("LOC", "FAC"),
        "election": ("MISC",),
        "event": ("MISC",),
        "misc": ("NORP", "PRODUCT", "MISC"),
        "O": ("DATE", "MONEY"),
    },
    "multiner_gov": {
        "PER": ("PERSON",),
        "ORG": ("ORG",),
        "LOC": ("LOC", "FAC"),
        "MISC": ("DATE", "MONEY", "MISC", "O"),
        "O": ("NORP", "PRODUCT", "MISC"),
    },
    "conll04": {
        "Peop": ("PERSON",),
        "Org": ("ORG",),
        "Loc": ("LOC", "FAC"),
        "Other": ("NORP", "DATE", "MONEY", "PRODUCT", "MISC", "FAC", "O"),
        "O": ("NORP", "DATE", "MONEY", "PRODUCT", "MISC"),
    },
}
# Our own articles mark neither dates nor amounts, and one letter stands for every other name.
OWN_MAP: LabelMap = {
    "ORG": ("ORG",),
    "PERSON": ("PERSON",),
    "LOC": ("LOC",),
    "FAC": ("FAC",),
    "NORP": ("NORP",),
    "MISC": ("PRODUCT", "MISC"),
    "O": ("DATE", "MONEY"),
}
KIND_MAP: LabelMap = {kind: (kind,) for kind in ORGANISATION_KINDS}
ATTRIBUTION_MAP: LabelMap = {"SOURCE": ("SOURCE",), "CUE": ("CUE",), "CONTENT": ("CONTENT",), "O": ()}
SENTENCE_MAP: LabelMap = {"sentence": ("start",)}
ROLE_MAP: LabelMap = {
    "Main": ("main",),
    "Main_Consequence": ("main_consequence",),
    "Cause_Specific": ("cause_specific",),
    "Cause_General": ("cause_general",),
    "Distant_Evaluation": ("evaluation",),
    "Distant_Expectations_Consequences": ("expectation",),
    "Distant_Historical": ("historical",),
    "Distant_Anecdotal": ("anecdotal",),
    "NA": ("boilerplate",),
}
# The letters of our own articles.
OWN_ROLE_MAP: LabelMap = dict(
    zip("MQSGEXHAN", ROLE_MAP.values(), strict=True),
)
OWN_OPINION_MAP: LabelMap = {"O": ("objective",), "S": ("subjective",)}
FACTUAL = ("unimportant", "check_worthy")
CLAIM_MAPS: dict[str, LabelMap] = {
    "claimbuster": {"NFS": ("non_factual",), "UFS": ("unimportant",), "CFS": ("check_worthy",)},
    "policlaim": {"0": ("non_factual",), "1": FACTUAL},
    "fullfact_health_claims": {
        "statement of fact": FACTUAL,
        "hedged claim": FACTUAL,
        "citation": FACTUAL,
        "opinion": ("non_factual",),
        "advice/recommendation": ("non_factual",),
        "not a claim": ("non_factual",),
        "personal": ("non_factual",),
    },
}
# The corpora whose terms, as found at the source, are CC0, CC BY, CC BY-SA or MIT; all are listed in README.md.
PERMISSIVE = frozenset(
    (
        "btc",
        "causal_news",
        "claimbuster",
        "crossner_politics",
        "ewt",
        "fullfact_health_claims",
        "multiner_gov",
        "newssd_eng",
        "own",
        "own_opinions",
        "wikigold",
        "wnut17",
    )
)
OPINION_MAP: LabelMap = {"OBJ": ("objective",), "SUBJ": ("subjective",)}
CAUSALITY_MAPS: dict[str, LabelMap] = {
    "causal_news": {"0": ("none",), "1": ("causal",)},
    "press_claim_strength": {
        "no_claim": ("none",),
        "correlational": ("none",),
        "conditional_causal": ("causal",),
        "direct_causal": ("causal",),
    },
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus as training uses it. maps: head name → what the corpus's labels mean there."""

    name: str
    read: Callable[[], Iterable[AnnotatedText]]
    maps: dict[str, LabelMap]


def list_corpora(data: Path, split: str) -> list[Corpus]:
    """The corpora below the data folder that have this split, "train" or "dev", and our own articles."""
    return [
        Corpus(
            "own",
            partial(read_split, split),
            {
                "entities": OWN_MAP,
                "kinds": KIND_MAP,
                "attribution": ATTRIBUTION_MAP,
                "roles": OWN_ROLE_MAP,
                "opinion": OWN_OPINION_MAP,
            },
        ),
        Corpus("own_opinions", partial(read_opinions, split), {"opinion": OWN_OPINION_MAP}),
        *list_entity_corpora(data / "organisations", split),
        Corpus(
            "polnear", partial(read_polnear, data / f"quotes/polnear/{split}.jsonl"), {"attribution": ATTRIBUTION_MAP}
        ),
        *(
            Corpus(name, partial(read_sentences, data / f"sentences/{name}.jsonl", split), {"sentences": SENTENCE_MAP})
            for name in ("ewt", "gum")
        ),
        Corpus(
            "news_discourse",
            partial(read_discourse, data / f"claims/news_discourse/{split}.jsonl"),
            {"roles": ROLE_MAP, "sentences": SENTENCE_MAP},
        ),
        *list_sentence_corpora(data / "claims", split),
    ]


def list_entity_corpora(folder: Path, split: str) -> list[Corpus]:
    """The corpora of named entities that have this split, with the kinds of the organisations that are well known."""
    separators = " \n" if split == "train" else "\n"
    readers: dict[str, Callable[[], Iterable[AnnotatedText]]] = {
        "worldwide": partial(read_worldwide, folder / "worldwide/raw_spans.jsonl", split)
    }
    for name in ENTITY_MAPS:
        path = folder / name / f"{split}.jsonl"
        if name != "worldwide" and path.exists():
            readers[name] = partial(read_columns, path, separators=separators)
    kinds = read_folded_labels()
    return [
        Corpus(name, partial(read_with_kinds, read, kinds), {"entities": ENTITY_MAPS[name], "kinds": KIND_MAP})
        for name, read in readers.items()
    ]


def read_with_kinds(
    read: Callable[[], Iterable[AnnotatedText]], kinds: Mapping[str, OrganisationKind]
) -> Iterable[AnnotatedText]:
    """What a corpus of named entities reads, with the kinds of the organisations that have one here."""
    return mark_kinds(read(), kinds)


def list_sentence_corpora(folder: Path, split: str) -> list[Corpus]:
    """The corpora of single labelled sentences that have this split."""
    maps = {name: ("claims", label_map) for name, label_map in CLAIM_MAPS.items()}
    maps["newssd_eng"] = ("opinion", OPINION_MAP)
    maps.update((name, ("causality", label_map)) for name, label_map in CAUSALITY_MAPS.items())
    corpora = []
    for name, (head, label_map) in maps.items():
        path = folder / name / f"{split}.jsonl"
        if path.exists():
            corpora.append(Corpus(name, partial(read_labelled_sentences, path, head), {head: label_map}))
    return corpora
