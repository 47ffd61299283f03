"""A spaCy pipeline of the shapes of en_core_web_sm, with random weights: what counts here is what it computes."""

import spacy
from spacy.language import Language
from spacy.training import Example

WIDTH, DEPTH = 96, 4
ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
ROWS = (5_000, 1_000, 2_500, 2_500, 50, 50)
# How many labels en_core_web_sm's components tell apart.
TAGS, RELATIONS, TYPES = 50, 45, 18


def build_cnn() -> Language:
    """The pipeline: one tok2vec for tagger and parser, another inside the entity recogniser, as in en_core_web_sm."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": describe_tok2vec(ATTRIBUTES, ROWS)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe("parser", config={"model": describe_parser("parser", listener)})
    own = describe_tok2vec(ATTRIBUTES[:4], ROWS[:4])
    recogniser = nlp.add_pipe("ner", config={"model": describe_parser("ner", own)})
    for number in range(TAGS):
        tagger.add_label(f"T{number}")  # type: ignore[attr-defined]
    for number in range(RELATIONS):
        parser.add_label(f"r{number}")  # type: ignore[attr-defined]
    for number in range(TYPES):
        recogniser.add_label(f"E{number}")  # type: ignore[attr-defined]
    doc = nlp.make_doc("Ann sleeps")
    marks = {"tags": ["T0", "T1"], "heads": [1, 1], "deps": ["r0", "ROOT"], "entities": [(0, 3, "E0")]}
    examples = [Example.from_dict(doc, marks)]

    def get_examples() -> list[Example]:
        return examples

    nlp.initialize(get_examples)
    return nlp


def describe_tok2vec(attributes: tuple[str, ...], rows: tuple[int, ...]) -> dict[str, object]:
    """The configuration of hashed embeddings under a convolution."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": list(attributes),
            "rows": list(rows),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def describe_parser(kind: str, tok2vec: dict[str, object]) -> dict[str, object]:
    """The configuration of a transition-based parser or recogniser over tok2vec."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }
