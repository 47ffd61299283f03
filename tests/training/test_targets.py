"""What the words of an annotated text teach."""

from tokenizers import Tokenizer

from service.pipeline.extractor import MODEL_PATH
from training.corpora.annotated import AnnotatedText, LabelledSpan
from training.corpora.catalogue import KIND_MAP
from training.targets import NO_TARGET, TargetBuilder

TEXT = "The Tema Port Authority told Acme."
SPANS = (LabelledSpan(4, 23, "government"), LabelledSpan(29, 33, "company"))


def test_the_words_of_organisations_alone_teach_kinds() -> None:
    builder = TargetBuilder(Tokenizer.from_file(str(MODEL_PATH / "tokenizer" / "tokenizer.json")), seed=1)

    (example,) = builder.build([AnnotatedText(TEXT, {"kinds": SPANS})], {"kinds": KIND_MAP}, window=64)

    kinds = builder.label_sets["kinds"]
    mask = kinds.build_mask()
    targets = [int(row) for row in example.tokens["kinds"]]
    assert targets[:2] == [NO_TARGET, NO_TARGET]
    assert targets[-2:] == [NO_TARGET, NO_TARGET]
    taught = [[label for label, own in zip(kinds.labels, mask[row], strict=True) if own] for row in targets if row >= 0]
    assert taught == [["government"]] * 3 + [["company"]]
