// SPDX-License-Identifier: AGPL-3.0-or-later

/*
 * Times and costs are texts of the editor. Only a text that says nothing else gives a number: “30 giorni” does,
 * “30 giorni dalla domanda, salvo integrazioni” does not, since a program would promise what the Ente did not.
 */

const units: readonly { words: RegExp; duration: (count: string) => string }[] = [
  { words: /^or[ae]$/i, duration: (count) => `PT${count}H` },
  { words: /^giorn[oi]$/i, duration: (count) => `P${count}D` },
  { words: /^mes[ei]$/i, duration: (count) => `P${count}M` },
]

/** An XML Schema duration, where the text is one and nothing more. */
export const durationOf = (text: string): string | null => {
  const [, count, word] = /^(?:entro |massimo |al massimo )?(\d{1,3}) (\p{L}+)\.?$/iu.exec(text.trim()) ?? []
  if (count === undefined || word === undefined) return null
  return units.find(({ words }) => words.test(word))?.duration(count) ?? null
}

/** Euro, where the text is an amount and nothing more. */
export const amountOf = (text: string): number | null => {
  const said = text.trim()
  if (/^(?:il servizio è )?gratuito\.?$/i.test(said)) return 0
  const [, before, after] = /^(?:€ ?(\d[\d.]*(?:,\d{2})?)|(\d[\d.]*(?:,\d{2})?) ?(?:€|euro))\.?$/i.exec(said) ?? []
  const digits = before ?? after
  return digits === undefined ? null : Number(digits.replaceAll('.', '').replace(',', '.'))
}
