"""What is cut from WordNet's files."""

from pathlib import Path

from training.person_nouns import list_person_nouns

DATA = """  1 The licence begins with two blanks.
00007846 03 n 01 person 0 001 @ 00004475 n 0000 | a human being
00004475 03 n 01 organism 0 000 | a living thing
10000001 18 n 02 baker 0 bread_maker 0 001 @ 00007846 n 0000 | someone who bakes
10000002 18 n 01 pastry_cook 0 001 @ 10000001 n 0000 | a baker of pastry
10000003 18 n 01 Baker 0 001 @i 10000001 n 0000 | a name
10000004 06 n 01 head 0 001 @ 00004475 n 0000 | part of a body
10000005 18 n 01 head 1 001 @ 00007846 n 0000 | who leads
"""
INDEX = """  1 The licence begins with two blanks.
baker n 2 1 @ 2 1 10000001 10000003
bread_maker n 1 1 @ 1 0 10000001
head n 2 1 @ 2 2 10000004 10000005
organism n 1 0 1 0 00004475
person n 1 1 @ 1 1 00007846
"""


def test_nouns_whose_first_sense_is_a_person(tmp_path: Path) -> None:
    (tmp_path / "data.noun").write_text(DATA, encoding="ascii")
    (tmp_path / "index.noun").write_text(INDEX, encoding="ascii")

    assert list_person_nouns(tmp_path) == ["baker", "person"]
