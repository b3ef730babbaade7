/**
 * Whether a reader of a text can find a name in it, judged in a way of its own, apart from the library and stricter than it: what the
 * eye does not see is left out, references and escapes are read, and then only letters count, so that nothing written between them helps.
 *
 * @param letters the letters of the name, folded: "ottocanary"
 */
export function seesName(text: string, letters: string): boolean {
  const reversed = [...letters].reverse().join('')
  return readings(text).some(one => one.includes(letters) || one.includes(reversed))
}

function readings(text: string): readonly string[] {
  const plain = percents(entities(entities(text)))
  // Both with markup and without: a name may stand in a tag, and around one.
  return [text, plain, plain.replace(/<[^<>]*>/gu, ''), plain.replace(/\\u([\da-f]{4})/giu, (_, hex) => fromHex(hex))].map(lettersOf)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}]/gu, '')
}

const fromHex = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  shy: '',
  amp: '&',
  lt: '<',
  gt: '>',
  eacute: 'é',
  ouml: 'ö',
  zwj: '',
  zwnj: '',
}

function entities(text: string): string {
  return text
    .replace(/&#x([\da-f]{1,6});?/giu, (_, hex) => fromHex(hex))
    .replace(/&#(\d{1,7});?/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/gu, (whole, name: string) => named[name] ?? whole)
}

function percents(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/giu, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}
