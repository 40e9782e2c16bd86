// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { Locale } from '@linea-comune/config'

const questionLength = 255
const mostPhrasings = 20

interface Material {
  /** Null is the federation. */
  enteCode: string | null
  locale: Locale
  /** In citizens' words; the first becomes the question, the others its phrasings. */
  wordings: readonly string[]
  answer: string
}

const faqs = 'api::faq.faq'

/**
 * Somebody's own words become a FAQ only when an editor has read them: it is a draft, and nobody else sees it. Who asks for it twice gets
 * the one that was begun.
 */
export const draftFaq = async (strapi: Core.Strapi, { enteCode, locale, wordings, answer }: Material): Promise<{ documentId: string }> => {
  const [question = '', ...phrasings] = onceEach(wordings.map((text) => cut(text.trim())))
  const data = { question, phrasings: phrasings.slice(0, mostPhrasings), answer, enteCode }
  const begun = await strapi.documents(faqs).findFirst({
    locale,
    status: 'draft',
    filters: { question, enteCode: enteCode ?? { $null: true }, ...(answer !== '' && { answer }) },
  } as never)
  if (begun !== null) return { documentId: begun.documentId }
  const { documentId } = await strapi.documents(faqs).create({ locale, status: 'draft', data } as never)
  return { documentId }
}

/** However they are capitalised. */
const onceEach = (texts: readonly string[]): string[] =>
  texts.filter((text, place) => text !== '' && texts.findIndex((other) => other.toLowerCase() === text.toLowerCase()) === place)

const cut = (text: string): string => (text.length <= questionLength ? text : `${text.slice(0, questionLength - 1).trimEnd()}…`)
