// SPDX-License-Identifier: AGPL-3.0-or-later

/** A text, or a list of words. What is blank is left out. */
export type ModelTexts = Record<string, string | string[]>

/** What a published version of a model holds; vocabularies by code, so that it means the same in another federation. */
export interface VersionContent {
  /** By language. */
  texts: Record<string, ModelTexts>
  categories: string[]
  topics: string[]
  lifeEvents: string[]
  /** What adopters fill in themselves, and what they are asked for. */
  localFields: { field: string; prompt: string }[]
}
