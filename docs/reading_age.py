#!/usr/bin/env python3
"""Reading age of the family's pages, from their English words.

    docs/reading_age.py          prints the age of each page and of all; fails above 9 for any page
    docs/reading_age.py --words  prints the longest words and sentences of each page too

The measure is Flesch-Kincaid's grade, 0.39 * words / sentences + 11.8 * syllables / words - 15.59, and
the age is the grade and 5. A page is a part of a file: what stands under a heading `## ...`. Each
message ends a sentence, and so does a colon at the end of a line. Left out are the names of helplines, relations,
months and days, which nobody can choose, and values that a page puts in. Pages that the law asks for
are printed apart: they have to use its words. A part of under 30 words says too little for a figure
of its own, and counts with its file.
"""

import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).parent.parent / "functions" / "family" / "languages" / "en"
MOST = 9.0
FEWEST_WORDS = 30
# Headings and files of pages whose words the law asks for.
LEGAL = {"about": None}
LEFT_OUT = re.compile(
    r"^(helpline-.*-name|relationship-.*|month-\d+|weekday-(mon|tues|wednes|thurs|fri|satur|sun)day)$"
)

# Words in which letters do not tell the syllables.
SYLLABLES = {
    "business": 2, "every": 2, "everything": 3, "everyone": 3, "everybody": 4, "everyday": 3, "different": 2,
    "family": 3, "families": 3, "evening": 2, "evenings": 2, "something": 2, "someone": 2, "sometimes": 2,
    "somewhere": 2, "somebody": 3, "people": 2, "area": 3, "idea": 3, "being": 2, "doing": 2, "going": 2,
    "seeing": 2, "agreeing": 3, "saying": 2, "trying": 2, "really": 2, "quiet": 2, "diet": 2, "science": 2, "our": 1,
    "hour": 1, "hours": 1, "fire": 1, "create": 2, "created": 3, "used": 1, "abuse": 2, "licence": 2,
    "safely": 2, "homeless": 2, "statement": 2, "carefully": 3, "useful": 2, "movement": 2, "lonely": 2,
    "likely": 2, "namely": 2, "therefore": 2, "childcare": 2, "nhs": 3, "gp": 2, "uk": 2, "ehcp": 4,
    "send": 1, "mobile": 2, "house": 1, "housed": 1, "email": 2, "emails": 2, "online": 2, "website": 2,
    "voicemail": 2, "postcode": 2, "postcodes": 2, "homework": 2, "sign": 1, "violence": 3, "client": 2,
    "reason": 2, "reasons": 2, "period": 3, "video": 3, "radio": 3, "previous": 3, "serious": 3,
    "various": 3, "experience": 4, "audio": 3, "actually": 4, "usually": 4, "situation": 4, "carer": 2, "carers": 2,
    "caring": 2, "cookie": 2, "cookies": 2, "aged": 1, "needed": 2, "wanted": 2, "added": 2, "named": 1,
    "safety": 2, "lives": 1, "ones": 1, "themselves": 2, "ourselves": 2, "yourselves": 2, "clothes": 1,
    "appointment": 3, "asked": 1, "unsafe": 2, "unless": 2, "nobody": 3, "anybody": 4, "anyone": 3,
    "anything": 3, "hubward": 2, "ii": 1, "mainly": 2, "timely": 2, "surely": 2, "relative": 3, "relatives": 3,
}

VOWELS = re.compile(r"[aeiouy]+")


def syllables(word):
    """The syllables of a word, by its groups of vowels."""
    word = word.lower().replace("’", "'")
    word = re.sub(r"'(s|re|ve|ll|d|t|m)?$", "", word) or "a"
    if word in SYLLABLES:
        return SYLLABLES[word]
    count = len(VOWELS.findall(word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1  # "safe"
    elif re.search(r"[^aeiouydt]ed$", word):
        count -= 1  # "called", not "needed"
    elif re.search(r"[^aeiouysxzcgh]es$", word) and not re.search(r"les$", word):
        count -= 1  # "times", not "boxes"
    elif re.search(r"(sh|ch)es$", word):
        pass
    elif re.search(r"[^aeiouy]e(ly|ful|ment|less|ness)$", word):
        count -= 1  # "safely"
    if re.search(r"(ia|io(?!n)|iu|eo(?!p)|ua(?!r)|uo|[aeiou]ing$|ying$)", word) and not re.search(r"(cia|tia|cio|tio|gio|qu[aeo])", word):
        count += 1  # "radio", "going"
    return max(count, 1)


def messages(path):
    """The messages of a file, as (heading, id, words)."""
    heading, found = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:].split(".")[0].strip()
        elif match := re.match(r"([a-z][a-z0-9-]*) *= *(.*)", line):
            found.append([heading, match[1], match[2]])
        elif line.startswith((" ", "\t")) and found:
            found[-1][2] += "\n" + line.strip()
    return [(heading, name, plain(words)) for heading, name, words in found if not LEFT_OUT.match(name)]


def plain(words):
    """The words of a message, the first of its variants, without values."""
    words = re.sub(r"\{[^{}]*->(.*)\}", lambda match: variant(match[1]), words, flags=re.S)
    return re.sub(r"\{[^{}]*\}", " ", words)


def variant(variants):
    return re.split(r"\n?\*?\[[^\]]*\]", variants)[-1]


def sentences(words):
    parts = re.split(r"[.!?](?=\s|$|’)|[:;](?=\s|$)|\n\s*\n", words)
    spoken = [re.findall(r"[A-Za-z][A-Za-z’']*", part) for part in parts]
    return [part for part in spoken if part]


def figures(texts):
    """Words, sentences and syllables of texts."""
    said = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in said for word in sentence]
    return len(words), len(said), sum(map(syllables, words))


def age(words, said, spoken):
    return 0.39 * words / said + 11.8 * spoken / words - 15.59 + 5


def main():
    with_words = "--words" in sys.argv[1:]
    files = sorted(FOLDER.glob("*.ftl"))
    pages, legal, everything = [], [], []
    for path in files:
        parts = {}
        for heading, name, text in messages(path):
            parts.setdefault(heading, []).append(text)
        by_law = path.stem in LEGAL
        if not by_law:
            everything += [text for texts in parts.values() for text in texts]
        whole = [text for texts in parts.values() for text in texts]
        if figures(whole)[0] == 0:
            continue
        table = legal if by_law else pages
        # A short part is judged with its file.
        long = {heading: texts for heading, texts in parts.items() if figures(texts)[0] >= FEWEST_WORDS}
        table.append((path.stem, whole))
        if len(long) > 1:
            table += [(f"{path.stem}: {heading or 'first part'}", texts) for heading, texts in long.items()]
    print(f"{'Page':<60} {'words':>6} {'a sentence':>10} {'grade':>6} {'age':>5}")
    too_hard = 0
    for title, table in (("", pages), ("Pages that the law asks for", legal)):
        if title and table:
            print(title)
        for name, texts in table:
            counted = figures(texts)
            years = age(*counted)
            mark = "  too hard" if table is pages and years > MOST else ""
            too_hard += bool(mark)
            print(f"{name:<60} {counted[0]:>6} {counted[0] / counted[1]:>10.1f} {years - 5:>6.1f} {years:>5.1f}{mark}")
            if with_words or mark:
                explain(texts)
    counted = figures(everything)
    print(f"{'All but what the law asks for':<60} {counted[0]:>6} {counted[0] / counted[1]:>10.1f} "
          f"{age(*counted) - 5:>6.1f} {age(*counted):>5.1f}")
    print(f"The age should be at most {MOST:.0f} on every page.")
    return 1 if too_hard else 0


def explain(texts):
    """The words and sentences that make a page hard."""
    said = [sentence for text in texts for sentence in sentences(text)]
    counts = {}
    for word in (word.lower() for sentence in said for word in sentence):
        if syllables(word) > 2:
            counts[word] = counts.get(word, 0) + 1
    hard = sorted(counts, key=lambda word: (-syllables(word) * counts[word], word))[:24]
    print("    words: " + ", ".join(f"{word} {syllables(word)}x{counts[word]}" for word in hard))
    for sentence in sorted(said, key=len, reverse=True)[:3]:
        if len(sentence) > 12:
            print(f"    {len(sentence)} words: {' '.join(sentence)}")


if __name__ == "__main__":
    sys.exit(main())
