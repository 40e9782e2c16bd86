// SPDX-License-Identifier: AGPL-3.0-or-later

/** UTF-8 read as Latin-1 or Windows-1252: `Ã¨`, `â€™`, `Â°`. */
const mojibake = /Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|Ã(?:\s|$)|â€[™œ\u009d“”¦˜\u0093\u0094]|Â[°«»§·\u00a0]|\ufffd/u

export const hasWrongEncoding = (text: string): boolean => mojibake.test(text)

const anywhere = [
  /\blorem ipsum\b/,
  /\bdolor sit amet\b/,
  /^elenco delle cose necessarie\b/,
  /^indicare l'oggetto del documento, utilizzando un linguaggio semplice/,
]

/** Texts that stand for a text still to be written, when they are all there is. */
const whole = new Set([
  'todo',
  'tbd',
  'da fare',
  'da completare',
  'da compilare',
  'da definire',
  'da inserire',
  'da aggiornare',
  'da scrivere',
  'in aggiornamento',
  'in fase di aggiornamento',
  'pagina in aggiornamento',
  'in costruzione',
  'pagina in costruzione',
  'in allestimento',
  'in lavorazione',
  'testo di prova',
  'testo segnaposto',
  'segnaposto',
  'inserire testo',
  'inserire testo qui',
  'inserire qui il testo',
  'placeholder',
  'asdf',
  'informazione non disponibile',
  'informazioni non disponibili',
  'dato non disponibile',
])

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[*_#>`[\](){}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export const isPlaceholder = (text: string): boolean => {
  const folded = fold(text)
  const bare = folded.replace(/^[\s.,:;!?…-]+|[\s.,:;!?…-]+$/g, '')
  return (
    /^[\s\-–—./…_*#|?]{4,}$/.test(text) ||
    anywhere.some((pattern) => pattern.test(folded)) ||
    whole.has(bare) ||
    /^x{3,}$/.test(bare) ||
    // Letters that somebody typed to get past a field; abbreviations are written in capitals.
    /^[bcdfghjklmnpqrstvwxyz]{4,}$/.test(text.trim()) ||
    /^(?:todo|tbd)\b\s*[:-]/.test(folded)
  )
}

/** A dash or a dot in a cell says that there is nothing to say; a line of them stands for a text still to be written. */
export const isNothing = (text: string): boolean => text.length <= 3 && /^[\s\-–—./…_*#|]*$/.test(text)
