"""The written forms of datelines: the parts of a line, what joins them and what ends it."""

import re

# Every pattern is tried at one place and reads a bounded stretch: a hostile opening costs no more than a long one.
match_word = re.compile(
    r"""
    [^\W\d_]                           # a letter
    (?: [^\W\d_]                       # then letters,
      | ['’`.] (?= [^\W\d_] )          # apostrophes and full stops between letters: "ST JOHN’S", "N.H."
      | \. (?= - [A-Z]{2} )             # "U.S.-MEXICO BORDER"
      | - (?= [^\W\d_] )               # hyphens between letters: "PORT-AU-PRINCE"
    ){0,40}
    \.?                                # "Calif.", "St."
    """,
    re.VERBOSE,
).match
match_small_name = re.compile(r"(?P<name> [^\W\d_]{2,20} (?: \ [a-z]{2,20} ){0,2} ) , \ ", re.VERBOSE).match
match_time = re.compile(
    r"""
    \(?
    \d{1,2} [:.] \d\d                                   # "01:12"
    (?: \s? [AP]\.?M\b\.? )?                            # "4:50 P.M."
    (?: \s? (?: [A-Z]{1,4}T | UTC | IST | hrs )\b )?    # "CET"
    \)?
    """,
    re.VERBOSE | re.IGNORECASE,
).match
match_bracketed = re.compile(
    r"""
    \( \s? (?P<inside> [^()\n]{2,70}? ) \s? \)      # "(Reuters)", "(Newsfile Corp. - September 24, 2025)"
    """,
    re.VERBOSE,
).match
match_slashed = re.compile(
    r"""
    / \s? (?P<inside> [^/\n]{2,40}? ) \s? /         # "/TASS/", "/ ACCESSWIRE /"
    """,
    re.VERBOSE,
).match
match_area_in_brackets = re.compile(
    r"""
    \s?
    (?P<area> \( [^()\n]{3,30} \)                  # "Navsari (Gujarat)"
            | \[ [^\[\]\n]{3,30} \] )              # "[India]"
    """,
    re.VERBOSE,
).match
match_lead = re.compile(
    r"""
    [\s*•·^>"“'‘(\[–—-]{0,80}                       # blanks, bullets and marks before a line's first word
    """,
    re.VERBOSE,
).match
match_place_joiner = re.compile(
    r"""
    \s? (?P<mark> [,;/&] ) \s?                      # "TOKYO/SEOUL", "Beirut, Lebanon", "SAN FRANCISCO & TEL AVIV"
  | (?P<stop> \. ) [ ]                              # mistyped "WEST POINT. N.Y."
  | [ ] (?P<word> and ) [ ]                         # "AUSTIN, Texas and TEL AVIV, Israel"
    """,
    re.VERBOSE,
).match
match_item_joiner = re.compile(
    r"""
    [ ]? [.,;:]? [ \t\xa0]{0,3}                     # "BEIJING, March 2", "MOSCOW. Oct 5", "LIMA, Peru : Sep 04"
    (?: (?: -{1,3} | [–—―●•|·:] ) [ \t\xa0]{0,3} )? # "SEATTLE --(BUSINESS WIRE)--Apr. 26", "Jakarta ● Fri"
    (?: \r?\n (?= \( ) )?                           # "KUWAIT CITY, March 5, 2026⏎(BSS/AFP)"
    """,
    re.VERBOSE,
).match
match_separator = re.compile(
    r"""
    [.,]? [ \t\xa0]{0,3}                                   # "Oct. 20. -", "(EFE).-", "NEW YORK, -"
    (?: (?P<dash> -{2,4} | [–—―]  -? )                     # "--", "—", mistyped "–-"
        (?: [ \t]? [–—-] )?
      | (?P<hyphen> - ) (?: [ ] [–—] )?                    # "-", mistyped "- –"
      | (?P<underline> _ )                                 # the em dash of the wires to newspapers
      | (?P<colon> : )
      | (?P<pipe> \| )
      | (?P<slash> / (?=\s) ) )                            # "/ ACCESSWIRE / July 13, 2015 / "
    """,
    re.VERBOSE,
).match
match_full_stop = re.compile(r"\.(?=\s|$)").match
# Another speaker's turn: "LEE: ", "ANA LEE, BYLINE: ", "ANA LEE (voice-over): ".
find_turn = re.compile(r"^ [A-Z] [A-Z .,’'-]{1,40} (?: \( [^()\n]{2,20} \) )? : \ ", re.VERBOSE | re.MULTILINE).finditer
find_sentence_end = re.compile(r"[.!”\"’')\]](?:\s|$)").search
match_line_end = re.compile(r"[ \t\xa0]{0,3}\.?[ \t\xa0\r]{0,3}(?:\n|$)").match
match_body_start = re.compile(
    r"""
    \s{0,12} ["“”'‘’`«<(\[*$£€¥#@]{0,3} \s? (?P<first> [^\W_] )      # the first letter or digit of the story
    """,
    re.VERBOSE,
).match
match_rubric = re.compile(
    r"""
    (?: (?!Update|UPDATE|Post|Publish) [A-Z] [\w ]{2,25} [:>] \s ){1,2}    # "World News: ", "Sports India: Cricket > "
  | (?: Photo | Image | Video ) \s{1,2}                        # what is left of a picture
  | \( (?: Source | Photo | Image ) : [^()\n]{2,40} \) \s       # "(Source: KWES) "
  | \( (?: Adds | Correct(?:s|ed|ion) | Recasts | Refile[sd] | Repeats | Rewrites | Update[sd]? | Writes )
        \b [^()\n]{0,80} \) \s                                 # "(Adds details, quote) "
  | (?: (?: Comments? | Copy\ Link | E-?mail | Facebook | LinkedIn | Pin(?:terest)? | Print | Reddit | Save | Share
          | Tweet | Twitter | WhatsApp | X ) \s{1,2} ){2,12}      # "Share Tweet Email "
    """,
    re.VERBOSE,
).match
is_newsroom_in_one_word = re.compile(r"[A-Z]\w*[a-z](?:News|Post|Press|Report|Times|Tribune|Wire)").fullmatch
find_signed_end = re.compile(
    r"""
    \( [^()\n]{2,60} \) [ ]{0,2} (?: -- | [–—―_-] )            # "(AP) --"
  | / [^/\n]{2,40} / [ ]{0,2} (?: -- | [–—―_-] )               # "/PRNewswire/ --"
  | (?<=\d\ ) [A-Z][\w.-]{1,9} [ ] (?: -- | [–—―-] ) [ ]       # "Nov 26 AFP - "
    """,
    re.VERBOSE,
).finditer
# A byline in ordinary letters before a place: "By Ana Lee WASHINGTON — ", "By Ana Lee, Staff Writer LIMA, Peru — ".
match_byline = re.compile(
    r"""
    By \ (?: [A-Z] [\w.’'-]{0,20} ,? \ ){0,5}?
    [A-Z] [\w.’'-]{0,20} [a-z] ,? \ (?= [A-Z][A-Z.] )
    """,
    re.VERBOSE,
).match
find_capitals = re.compile(
    r"""
    (?<! [^\s:;.)\]—a-z] ) (?<! Mc )      # behind a blank, a mark or a word that it is glued to: "Ana LeeLIMA (AP)"
    [A-Z]{2}
    """,
    re.VERBOSE,
).finditer
