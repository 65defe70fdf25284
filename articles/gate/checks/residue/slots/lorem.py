"""The Latin that printers fill pages with: Cicero’s sentences, and what text generators make of their words."""

import re

# Words that these texts are made of, without those that English prose, law or a name may have.
PECULIAR = {
    "accumsan", "accusamus", "accusantium", "adipisci", "adipiscing", "aenean", "aliqua", "aliquam", "aliquet",
    "aliquid", "aliquip", "amet", "anim", "animi", "aptent", "arcu", "aspernatur", "assumenda", "atque", "auctor",
    "augue", "aut", "autem", "bibendum", "blandit", "blanditiis", "cillum", "commodi", "commodo", "condimentum",
    "congue", "consectetuer", "consectetur", "consequat", "consequatur", "consequuntur", "conubia", "convallis", "corporis",
    "corrupti", "cras", "cubilia", "culpa", "cumque", "cupidatat", "cupiditate", "curabitur", "curae", "cursus",
    "dapibus", "debitis", "delectus", "deleniti", "deserunt", "diam", "dictum", "dictumst", "dignissim",
    "dignissimos", "dis", "distinctio", "dolore", "dolorem", "doloremque", "dolores", "dolorum", "donec", "ducimus",
    "duis", "efficitur", "egestas", "eget", "eius", "eiusmod", "eleifend", "elementum", "elit", "enim", "eos",
    "erat", "eros", "esse", "est", "etiam", "eu", "euismod", "eveniet", "excepteur", "exercitation",
    "exercitationem", "expedita", "explicabo", "facilis", "facilisi", "facilisis", "fames", "faucibus", "felis",
    "fermentum", "feugiat", "finibus", "fringilla", "fugiat", "fugit", "fusce", "gravida", "habitant", "habitasse",
    "hendrerit", "himenaeos", "iaculis", "impedit", "imperdiet", "inceptos", "incididunt", "integer", "inventore",
    "ipsa", "ipsam", "ipsum", "irure", "iste", "iusto", "labore", "laboris", "laborum", "lacinia", "lacus",
    "laoreet", "laudantium", "lectus", "ligula", "litora", "lobortis", "lorem", "luctus", "maecenas", "magnam",
    "magnis", "malesuada", "mattis", "mauris", "metus", "minim", "minima", "molestiae", "molestias", "mollis",
    "mollit", "mollitia", "montes", "morbi", "mus", "nascetur", "natoque", "natus", "necessitatibus", "nemo",
    "neque", "nesciunt", "netus", "nibh", "nihil", "nisi", "nisl", "nobis", "nonummy", "nostra", "nostrud", "nulla", "nullam",
    "nunc", "occaecat", "occaecati", "odio", "odit", "officia", "officiis", "omnis", "optio", "orci", "ornare",
    "pariatur", "parturient", "pellentesque", "penatibus", "perferendis", "perspiciatis", "pharetra", "phasellus",
    "placerat", "platea", "porro", "porttitor", "possimus", "posuere", "potenti", "praesent", "praesentium",
    "pretium", "primis", "proident", "proin", "pulvinar", "purus", "quae", "quaerat", "quam", "quasi", "quia", "quis",
    "quisquam", "quisque", "quo", "quos", "ratione", "recusandae", "reiciendis", "repellat", "reprehenderit",
    "rerum", "rhoncus", "ridiculus", "risus", "rutrum", "sagittis", "sapien", "scelerisque", "sed", "sequi",
    "similique", "sint", "sociosqu", "sodales", "sollicitudin", "soluta", "suscipit", "suspendisse", "tellus",
    "tempor", "tempora", "temporibus", "tincidunt", "torquent", "tortor", "totam", "tristique", "turpis", "ullamco",
    "ullamcorper", "ultrices", "ultricies", "unde", "urna", "ut", "varius", "vehicula", "vel", "velit", "venenatis",
    "veniam", "veritatis", "vestibulum", "vitae", "vivamus", "viverra", "voluptas", "voluptate", "voluptatem",
    "voluptatum", "volutpat", "vulputate",
}  # fmt: skip
# Words between them that other texts have too.
FILLING = {
    "a", "ac", "ad", "ante", "at", "cum", "deleniti", "do", "dolor", "ea", "et", "eum", "ex", "felis", "hic", "id",
    "illo", "in", "interdum", "justo", "leo", "libero", "magna", "massa", "mi", "modi", "nam", "nec", "non",
    "nostrum", "per", "porta", "semper", "senectus", "si", "sit", "sociis", "taciti", "tempus", "ut", "vero",
}  # fmt: skip
# Its beginning, also as people misremember it.
BEGINNING = re.compile(
    r"\bl(?:o|e)r(?:e|u|i)[mn] ips[aeiou]m\b|\blipsum\b|\bips[aeiou]m dol[aeo]r\b|\bdol[aeo]r sit amet\b", re.IGNORECASE
)
# A text may speak of it.
SPOKEN_OF = re.compile(
    r"placeholder|generator|typesetter|designers?\b|mock-?up|Cicero|templates?\b|\bfake\b|wireframe|\bcalled\b|instead of",
    re.IGNORECASE,
)
# “Lorem ipsum is fine for a sketch”, “Ditch the lorem ipsum.”
NAMED_BEFORE = re.compile(r"\b(?:the|with|some|of|no|use|using|ditch|in|than|for|by) $", re.IGNORECASE)
NAMED_AFTER = re.compile(r" (?:is|has|was|will|does|may|can|in|or|and|on|at|that|which)\b")
WORD = re.compile(r"[a-z]+")
SHARE = 0.75
FEWEST = 2
RUN = 4  # of its words in a row, in a sentence that begins or ends in English


def filler(sentence: str) -> bool:
    """Whether a sentence is made of such words."""
    if "ips" in sentence.lower() and (begun := BEGINNING.search(sentence)) and not SPOKEN_OF.search(sentence):
        return not _is_named(sentence, begun)
    words = WORD.findall(sentence.lower())
    if PECULIAR.isdisjoint(words):
        return False
    peculiar = sum(word in PECULIAR for word in words)
    known = peculiar + sum(word in FILLING for word in words)
    if peculiar == 1:
        return known == len(words) > FEWEST
    return peculiar >= FEWEST and (known >= SHARE * len(words) or _runs(words))


def _is_named(sentence: str, begun: re.Match[str]) -> bool:
    """Whether a sentence in English speaks of the text rather than beginning it."""
    if begun[0].lower() != "lorem ipsum":
        return False
    return bool(NAMED_BEFORE.search(sentence[: begun.start()]) or NAMED_AFTER.match(sentence, begun.end()))


def _runs(words: list[str]) -> bool:
    """Whether several of its words follow one another, most of them its own."""
    kinds = "".join(
        "p" if word in PECULIAR and len(word) > 3 else "f" if word in PECULIAR | FILLING else " " for word in words
    )
    return any(
        (len(run) >= RUN and 2 * run.count("p") >= len(run)) or run.count("p") >= RUN - 1 for run in kinds.split()
    )
