"""Answers: whether each says something, and says it of its own question."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.document import QuestionAnswer, richtext
from articles.gate.checks.structure.empty_answers import EMPTY_IN_OTHER_WORDS
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.expected_answers import is_of_another_kind
from articles.gate.prose.words import JOINING, cut, folded, stems

LONGEST_EMPTY = 30  # words; a longer answer says something, however it begins
FEWEST_SHARED_WORDS = 4  # of an answer given twice; “Not always.” may answer many questions
FEWEST_TELLING = 3  # words of another question that an answer has
VAGUE_THING = (
    r"(?:(?:many|several|various|different|lots of|a number of|a range of|a variety of|a few|other)\s+(?:\w+\s+)?"
    r"(?:factors|things|variables|circumstances|reasons|aspects)|(?:your|the|each|individual|personal)\s+(?:\w+\s+)?"
    r"(?:circumstances|situation|case|needs)|(?:one )?(\w+) to (?:\w+|the next)|who you ask|you)"
)
EMPTY = re.compile(
    rf"(?:well,? )?(?:it|this|that|these|they|prices?|fees?|rates?|salar(?:y|ies)(?: and benefits)?|pay|costs?|everything|answers?)?"
    rf"\s*(?:can |may |will |does |do )?(?:all |really |just |often )?(?:depends?|var(?:y|ies)|differs?)"
    rf"(?:\s+(?:on|upon|from|with|by|between)\s+{VAGUE_THING})?"
    r"|(?:please |simply |just )?(?:do )?(?:feel free to )?(?:contact|call|ask|e-?mail|ring|phone|write to|speak (?:to|with)|talk to|consult|message)"
    r" (?:us|me|our \w+|the (?:team|desk|agency|office)|(?:your|a|one of our) (?:\w+ )??(?:consultants?|recruiters?|team|adviser))\b.*"
    r"|(?:please |simply |just )?(?:get in touch|drop us a line|reach out|give us a (?:call|ring)|enquire"
    r"|apply|let us know)(?: (?:to|for|with|if|and|via|now|today|us)\b.*)?"
    r"|(?:please |simply |just )?(?:see|visit|check|look at|refer to|click|read|find out) (?:above|below|here"
    r"|on|more|our (?:website|site|page|blog))\b.*"
    r"|for (?:more|further|full|any) (?:information|details?|help)(?: (?:on|about) (?:this|that"
    r"|it))?,? (?:please )?(?:see|visit|read|look at|check|go to|contact|refer to)\b.*"
    r"|(?:please )?(?:see|visit|read|check|refer to|look at|have a look at) (?:one of )?(?:our|the) (?:other"
    r"|related|further|remaining|rest of)\b.*|(?:please )?read on(?: to find out)?|you (?:can"
    r"|will) find (?:out )?(?:more|this|that|it|the answer) (?:elsewhere|in our|on our|on this|on the)\b.*"
    r"|more (?:on|about) (?:this|that|it) (?:in|on|at) (?:our|the|this)\b.*"
    r"|(?:every|each|no two) \w+(?: \w+)? (?:is|are) (?:different|unique|the same|alike|individual)"
    r"|there (?:is|are) (?:no|not a|not one) (?:simple|single|easy|one|right|short|straightforward)(?: \w+)? answers?"
    r"|there (?:is|are) (?:many|lots|several|plenty|a lot|various|all sorts"
    r"|so many)(?: (?:of )?[\w-]+){0,3}(?:,? (?:and|but|each|all of)\b (?:each|all|every|they|them|none|no one"
    r"|it|which|with|of|has|have)\b.*)?"
    r"|(?:quite )?(?:lots|many|several|plenty|various|loads|a lot|a few)|(?:that is |that’s )?(?:a )?(?:good|great|excellent) question"
    r"|(?:this is )?(?:a )?(?:difficult|hard|tricky) (?:question|one|to say)|(?:it is |it’s )?(?:hard|difficult|impossible) to say"
    r"|there (?:is|are) (?:no|not a) (?:simple|single|easy|one|right|short"
    r"|straightforward)(?: \w+)? answers? to (?:this|that|it|such)(?: \w+)?|(?:so )?(?:it|this"
    r"|that) is (?:hard|difficult|impossible|not easy) to (?:say|tell|know|answer|generalise)|(?:it|they"
    r"|this) (?:might|may|could|can|will)(?: \w+)? or (?:it |they )?(?:might|may|could|can|will)? ?not"
    r"|(?:and )?each (?:one )?(?:has|comes with) (?:its|their) own (?:strengths|merits|advantages"
    r"|pros and cons|place|uses|benefits)(?: and \w+)?|yes and no|opinions differ|time will tell|(?:nobody"
    r"|no one) can say|(?:that|it|this) is (?:entirely )?(?:up to you|a matter of (?:taste|opinion|choice))"
    r"|some (?:do|are|will),? (?:and )?(?:some|others) (?:do|are|will)(?: not|n[’']t)"
    r"|only you (?:can|will) (?:decide|know|tell).*|we (?:will|can|shall|would be happy to"
    r"|are happy to) (?:let you know|help|tell you|advise|explain|discuss)\b.*"
    r"|(?:more |further |full )?(?:information|details?) (?:is|are|can be) (?:available|given|provided"
    r"|found)\b.*|who knows|watch this space|n/?a|as (?:above|below)",
    re.IGNORECASE,
)
HALVES = re.compile(r", (?:so|and|but|as) ")
# A question of yes or no, and what an answer to one has: a yes, a no, a condition, or somebody who is spoken of.
CLOSED = re.compile(
    r"(?:can|may|must|should|could|do|does|will|am|are|is)\s+(?:i|we|you|there|it|they|the|an?)\b(?!.*\bor\b)",
    re.IGNORECASE,
)
ANSWERING = re.compile(
    r"\b(?:yes|no|not?|never|none|nobody|only|if|unless|sometimes|usually|always|often|rarely|most|some|any|many|few|it|this|that|they|them|"
    r"you|your|he|she|can|may|must|should|could|might|will|would|need|needs|try|ask|tell|depends?|of course|absolutely|certainly|"
    r"sure|possibly|probably|perhaps|without|within|before|after|until|by|at most|at least|both|neither|either|all|every|each|when|"
    r"once|as long|provided|except|legally|technically|free|illegal|required|allowed|optional|we|our(?! office)|one|those|these)\b|n[’']t\b",
    re.IGNORECASE,
)
LONGEST_BESIDE = 10  # words
YES_OR_NO = re.compile(r"^(?:yes|no)[,;:.–—] *", re.IGNORECASE)
FEWEST_OF_SENTENCE, LONGEST_SENTENCE = 4, 18  # words
ALIKE = 4  # letters
# A sentence with a subject of its own and a verb: “Timesheets are due by noon.”
ABOUT_ANOTHER = re.compile(
    r"(?!(?:once|as|when|after|before|while|until|because|if|by|in|on|at|for|with|to|from|within|during|since"
    r"|whenever|only|not|through|via|wherever)\b)(?:the|an?|most|all|my|his"
    r"|her)?\s?(?:[\w’-]+ ){0,4}?[\w’-]+ (?:is|are|was|were|has|have|will|must|may|can|cannot|should|lasts?"
    r"|takes?|says?|pays?|meets?|signs?|goes|go|changes?|learns?|needs?|starts?|ends?|comes?|runs?|owns?"
    r"|holds?|sits?|uses?|gets?|works?|wants?|reads?|decides?|costs?|expires?|drinks?|closes?|opens?)\b",
    re.IGNORECASE,
)
# Words that take up what was asked.
REFERS = re.compile(
    r"\b(?:it|its|this|that|these|those|they|them|their|you|your|yours|yourself|we|us|our|one|ones|so|such"
    r"|both|either|neither|there|here|if|unless|then|he|she|who|which|depends?|varies|vary|yes|no)\b|n[’']t\b"
    r"|^(?:most|many|some|few|each|every|nobody|everybody|everyone|anyone|ask|tell|try|write|say|wear|bring"
    r"|send|give|read|look|check|use|keep|put|make|take|go|be|do|start|begin|name|show)\b",
    re.IGNORECASE,
)
# Questions that a contact is the answer to.
ASKS_FOR_CONTACT = re.compile(
    r"(?:who (?:do|can|should|must|would)\b|(?:how|where) (?:do|can|should) (?:i|we|you|they)\b.*"
    r"\b(?:contact|reach|get in touch|apply|book|register|complain|sign up|begin|start|ask|find out|tell|report|cancel|help)\b|"
    r"what (?:if|(?:should|do|can|must) (?:i|we|you) do)\b)",
    re.IGNORECASE,
)
SAYS_CONTACT = re.compile(r"\b(?:contact|call|ask|e-?mail|ring|phone|write|speak|talk|touch|apply|enquire|let us know|reach)\b", re.IGNORECASE)  # fmt: skip
# Words of many questions that tell nothing of what is asked.
LIGHT = JOINING | frozenset(
    stems(
        "i me my we us they them he she his her their its how why when where who whom which can could should would will shall may "
        "might must have has had get got need want take make much many long often there not no any some more most than then so but "
        "about into out up also only just very one two first do go come like good best better usual usually still even"
    )
)

NOTHING = Rule(
    check="answer-says-nothing",
    level=Level.WARNS,
    why="Whoever opens the answer learns nothing from it, and trusts the others less.",
    advice="Give the usual case, with what makes it more or less, or leave the question out.",
)
ELSEWHERE = Rule(
    check="answer-to-another-question",
    level=Level.WARNS,
    why="The question asks for one kind of thing and the answer gives another; it may have been pasted into the wrong place.",
    advice="Check that both belong together, and begin the answer with what was asked.",
)
AGAIN = Rule(
    check="answer-given-twice",
    level=Level.WARNS,
    why="One answer rarely fits two questions, so one of them stays unanswered.",
    advice="Answer each question in its own words, or make one question of the two.",
)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A question that is shown with its answer."""

    position: int
    question: str
    answer: str

    @cached_property
    def asked(self) -> frozenset[str]:
        return frozenset(stems(self.question)) - LIGHT

    @cached_property
    def said(self) -> frozenset[str]:
        return frozenset(stems(self.answer)) - LIGHT

    def found(self, rule: Rule, what: str) -> Finding:
        return rule.found(Place(block=self.position, field="answer"), what, excerpt=cut(self.answer))


def answer_says_nothing(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for pair in _pairs(guide):
        if len(pair.answer.split()) <= LONGEST_EMPTY and _is_empty(pair):
            yield pair.found(NOTHING, f"The answer to “{cut(pair.question)}” says nothing.")


def answer_to_another_question(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """By what the question expects (a time, a place, a person, a number), or by the words of another question."""
    pairs = list(_pairs(guide))
    common = Counter(word for pair in pairs for word in pair.asked)
    askers: dict[str, list[Pair]] = {}
    for pair in pairs:
        for word in pair.asked:
            if common[word] == 1:
                askers.setdefault(word, []).append(pair)
    for pair in pairs:
        if (
            is_of_another_kind(pair.question, pair.answer) or _is_beside(pair) or _is_elsewhere(pair)
        ) and not _is_empty(pair):
            yield pair.found(ELSEWHERE, f"The answer does not say what “{cut(pair.question)}” asks for.")
        elif not pair.asked & pair.said and (other := _better(pair, askers)):
            yield pair.found(ELSEWHERE, f"The answer to “{cut(pair.question)}” fits “{cut(other.question)}” better.")


def answer_given_twice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first: dict[str, Pair] = {}
    for pair in _pairs(guide):
        words = folded(pair.answer)
        before = first.setdefault(words, pair)
        if (
            before is not pair
            and len(words.split()) >= FEWEST_SHARED_WORDS
            and folded(before.question) != folded(pair.question)
        ):
            yield pair.found(AGAIN, f"“{cut(before.question)}” and “{cut(pair.question)}” have one answer.")


def _pairs(guide: DocumentText) -> Iterator[Pair]:
    for position, block in guide.blocks:
        if isinstance(block, QuestionAnswer):
            yield Pair(
                position=position, question=block.question, answer=richtext.one_line(richtext.plain(block.answer))
            )


def _is_empty(pair: Pair) -> bool:
    said = [sentence.strip(" .!?…") for sentence in sentences(pair.answer)]
    if not all(_says_nothing(sentence) or _is_empty_twice(sentence) for sentence in said):
        return False
    return not (SAYS_CONTACT.search(pair.answer) and ASKS_FOR_CONTACT.match(pair.question))


def _is_empty_twice(sentence: str) -> bool:
    """Whether both halves of a sentence say nothing: “every contract is different, so it is hard to say”."""
    return all(_says_nothing(half) for half in HALVES.split(sentence))


def _says_nothing(sentence: str) -> bool:
    return bool(EMPTY.fullmatch(sentence) or EMPTY_IN_OTHER_WORDS.fullmatch(sentence))


def _is_beside(pair: Pair) -> bool:
    """Whether a short answer to a question of yes or no has neither of these, nor anything of what was asked."""
    return (
        CLOSED.match(pair.question) is not None
        and len(pair.answer.split()) <= LONGEST_BESIDE
        and not ANSWERING.search(pair.answer)
        and not pair.asked & pair.said
    )


def _is_elsewhere(pair: Pair) -> bool:
    """Whether a short answer is a whole sentence about something else: it has no word of the question, and none for it."""
    rest = YES_OR_NO.sub("", pair.answer)
    words = rest.split()
    return (
        FEWEST_OF_SENTENCE <= len(words) <= LONGEST_SENTENCE
        and ABOUT_ANOTHER.match(rest) is not None
        and not REFERS.search(rest)
        and len(pair.asked) > 1
        and _beginnings(pair.question).isdisjoint(_beginnings(rest))
        and (CLOSED.match(pair.question) is not None or rest == pair.answer)
    )


def _beginnings(text: str) -> frozenset[str]:
    """The first letters of the telling words, in which “sponsor” and “sponsorship”, “pay” and “paid” meet."""
    return frozenset(word[:ALIKE] for word in frozenset(stems(text)) - LIGHT)


def _better(pair: Pair, askers: dict[str, list[Pair]]) -> Pair | None:
    """Another question of which the answer has most of the words, and whose own answer has none of them."""
    fitting = Counter(asker.position for word in pair.said for asker in askers.get(word, ()))
    others = {asker.position: asker for word in pair.said for asker in askers.get(word, ())}
    for position, shared in fitting.most_common(1):
        other = others[position]
        if shared >= max(FEWEST_TELLING, len(other.asked) / 2) and not other.asked & other.said:
            return other
    return None


CHECKS = (answer_says_nothing, answer_to_another_question, answer_given_twice)
