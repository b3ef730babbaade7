/** A way in which a name comes to be written. */
export interface Spelling {
  readonly what: string
  /** Writes a name of a first name and a surname, both of at least four letters. */
  readonly write: (first: string, last: string) => string
}

const map = (text: string, change: (letter: string) => string) => [...text].map(change).join('')
const second = (text: string, put: string) => text.slice(0, 2) + put + text.slice(2)
const fullWidth = (text: string) => map(text, one => String.fromCodePoint(one.codePointAt(0)! + 0xfee0))
/** Mathematical bold letters, which people paste for looks. */
const mathematical = (text: string) =>
  map(text, one => String.fromCodePoint(one.codePointAt(0)! + (one === one.toUpperCase() ? 0x1d400 - 65 : 0x1d41a - 97)))
const hex = (one: string) => one.codePointAt(0)!.toString(16)
const percent = (text: string) => map(text, one => `%${hex(one).toUpperCase()}`)
const low = (text: string) => text.toLowerCase()

const two = (what: string, write: (word: string) => string, between = ' '): Spelling => ({
  what,
  write: (first, last) => `${write(first)}${between}${write(last)}`,
})
const between = (what: string, gap: string): Spelling => two(what, one => one, gap)

/** Spellings that lead a reader, or whoever opens the file, to the name. */
export const spellings: readonly Spelling[] = [
  between('as it is', ' '),
  two('capitals', one => one.toUpperCase()),
  two('lower case', low),
  two('decimal references', one => map(one, letter => `&#${letter.codePointAt(0)};`)),
  two('hexadecimal references', one => map(one, letter => `&#x${hex(letter)};`)),
  two('references without semicolon', one => map(one, letter => `&#${letter.codePointAt(0)}`), '&#32'),
  two('a reference that was escaped', one => `&amp;#${one.codePointAt(0)};${one.slice(1)}`),
  between('a named space', '&nbsp;'),
  two('a named soft hyphen', one => second(one, '&shy;')),
  two('accents that were added', one => second(one, '\u0301')),
  two('full-width letters', fullWidth),
  two('mathematical letters', mathematical),
  two('soft hyphens', one => second(one, '\u00AD')),
  two('zero-width spaces', one => second(one, '\u200B')),
  two('zero-width joiners', one => second(one, '\u200D')),
  two('byte order marks', one => second(one, '\uFEFF')),
  two('word joiners', one => second(one, '\u2060')),
  two('direction marks', one => `\u202A${one}\u202C`),
  two('split by bold', one => `${one.slice(0, 2)}<b>${one.slice(2)}</b>`),
  two('split by a place to break', one => second(one, '<wbr>')),
  two('split by a span', one => second(one, '<span class="x"></span>')),
  two('split by an empty comment', one => second(one, '<!---->')),
  two('split by Markdown', one => `${one.slice(0, 2)}**${one.slice(2)}**`),
  two('underlined by Markdown', one => `_${one}_`),
  two('escapes of Markdown', one => one, '\\ '),
  two('escapes of code', one => map(one, letter => `\\u${hex(letter).padStart(4, '0')}`)),
  { what: 'a slug with hyphens', write: (first, last) => low(`${first}-${last}`) },
  { what: 'a slug with underscores', write: (first, last) => low(`interview_${first}_${last}_2`) },
  { what: 'a file name', write: (first, last) => `${low(first + last)}.docx` },
  { what: 'a file name with a number', write: (first, last) => `${low(first + last)}2.docx` },
  { what: 'words run together', write: (first, last) => first + last },
  { what: 'a name in code', write: (first, last) => low(first) + last },
  { what: 'the surname first', write: (first, last) => `${last}, ${first}` },
  { what: 'the surname first, in capitals', write: (first, last) => `${last.toUpperCase()} ${first}` },
  { what: 'a slug with the surname first', write: (first, last) => low(`${last}_${first}`) },
  two('a hyphen at the end of a line', one => second(one, '-\n')),
  between('a no-break space', '\u00A0'),
  between('a thin space', '\u2009'),
  between('a narrow no-break space', '\u202F'),
  between('a tab', '\t'),
  between('a line end', '\r\n'),
  between('an ellipsis', ' … '),
  two('percent-encoding', percent, '%20'),
  between('a web query', '+'),
  { what: 'a web address', write: (first, last) => `https://example.org/people/${low(`${first}-${last}`)}?x=1` },
  { what: 'a mail address', write: (first, last) => `mailto:${low(`${first}.${last}`)}@example.org` },
  { what: 'a mail address run together', write: (first, last) => `${low(first + last)}@example.org` },
  { what: 'a comment of HTML', write: (first, last) => `<!-- ${first} ${last} -->` },
  { what: 'a comment of CSS', write: (first, last) => `/* ${first} ${last} */` },
  { what: 'an attribute', write: (first, last) => `<i title="${first} ${last}">x</i>` },
  { what: 'a possessive', write: (first, last) => `${first} ${last}’s` },
  { what: 'a possessive without apostrophe', write: (first, last) => `${first} ${last}s` },
  { what: 'a possessive of an s', write: (first, last) => `${first} ${last}'` },
  { what: 'quotation marks', write: (first, last) => `“${first}” '${last}'` },
  { what: 'brackets of wiki pages', write: (first, last) => `[[${first} ${last}]]` },
]

/** Spellings of particular letters: what the register says, and what is written. */
export const letters: readonly (readonly [what: string, name: string, written: readonly string[]])[] = [
  ['accents dropped', 'Zoë Müñiz', ['Zoe Muniz', 'ZOE MUNIZ', 'Zoe\u0308 Mun\u0303iz', 'zo&euml; m&uuml;&ntilde;iz']],
  ['accents put in', 'Zoe Muniz', ['Zoë Müñiz', 'Zöé Múniz']],
  ['ligatures', 'Sofie Fluff', ['Soﬁe Fluﬀ', 'Soﬁe Ffluﬀ'.replace('Ff', 'F')]],
  ['Turkish letters', 'Işıl Yıldız', ['Isil Yildiz', 'IŞIL YILDIZ', 'İsil Yildiz', 'ışıl yıldız']],
  ['a sharp s', 'Jörg Groß', ['Jorg Gross', 'JÖRG GROSS', 'Jörg GROẞ']],
  ['Nordic letters', 'Søren Læsø', ['Soren Laeso', 'SØREN LÆSØ']],
  ['Polish letters', 'Michał Łoś', ['Michal Los']],
  ['ij as a letter', 'Thijs Dijkstra', ['Thĳs Dĳkstra', 'THĲS DĲKSTRA']],
  ['both apostrophes', "Sean O'Brien", ['Sean O’Brien', 'Sean OBrien', 'Sean O Brien', 'Sean O&rsquo;Brien', 'Sean O&#39;Brien']],
  ['hyphens', 'Anne-Marie Smit', ['Annemarie Smit', 'Anne Marie Smit', 'Anne–Marie Smit', 'Anne\u2011Marie Smit']],
  ['initials, where registered', 'J. Terpstra', ['J Terpstra', 'j.terpstra', 'J.\u00A0Terpstra']],
  ['several initials', 'J.P. Terpstra', ['JP Terpstra', 'J. P. Terpstra', 'J.P.Terpstra']],
  ['particles', 'Jan de Vries', ['Vries, Jan de', 'de Vries, Jan', 'JandeVries', 'jan-de-vries', 'vries_jan_de']],
]
