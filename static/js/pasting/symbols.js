// Fonts that draw signs in the place of letters: Word writes its arrow as “à” in Wingdings, and “≥” as “³” in Symbol.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt, https://www.unicode.org/L2/L2011/11052r-wingding.pdf

const FONT = /^["']?(symbol|wingdings)["']?(?:,|$)/i;
const SIGNS = {
  symbol: paired(
    "£³¹´¸·®¬«\u00ad¯ÞÛ¥»ºÖåÓÒÔ¢²-abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW",
    "≤≥≠×÷•→←↔↑↓⇒⇔∞≈≡√∑©®™′″−αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
  ),
  wingdings: paired("àßáâèçéêðïüûþý¨oJKLln§Øv(*CD", "→←↑↓➔←↑↓⇨⇦✓✗☑☒☐☐☺😐☹●■▪➢❖☎✉👍👎"),
};
// Where such fonts have their signs in Unicode's private area.
const PRIVATE = /[\uf020-\uf0ff]/g;

function paired(letters, signs) {
  const drawn = [...signs];
  return new Map([...letters].map((letter, at) => [letter, drawn[at]]));
}

// The signs of the font that `family` begins with, null for a font with letters; undefined where no font is named.
export function signsOf(family) {
  return family ? (SIGNS[FONT.exec(family)?.[1].toLowerCase()] ?? null) : undefined;
}

export function drawn(text, signs) {
  if (!signs) return text;
  const letters = text.replace(PRIVATE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  return [...letters].map((letter) => signs.get(letter) ?? letter).join("");
}
