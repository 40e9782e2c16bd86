// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '../analysis/analyse.js'
import { featureNames } from '../answer/feature-names.js'
import { readScope } from '../answer/features.js'
import { featuresAt } from '../answer/rank.js'
import { understand, type Understood } from '../answer/understand.js'
import { toQuestionDocument } from '../documents/question-document.js'
import type { JudgedQuestion } from '../evaluation/questions.js'
import type { RelevanceSet } from '../evaluation/relevance-sets.js'
import { federationScope } from '../index-names.js'
import type { QuestionDocument } from '../documents/question-document.js'
import { createScope, type Scope } from '../scope/scope.js'
import { createShelf } from '../scope/shelf.js'
import type { Workshop } from '../scope/workshop.js'

/** A question with all that the product knows when it answers it. */
export interface Case {
  set: string
  question: JudgedQuestion
  understood: Understood
  scope: Scope
  candidates: { document: QuestionDocument; row: Float64Array; right: boolean }[]
}

/** What is neither named nor meant has no chance, whatever the weights. */
const mostCandidates = 40
const chance = (row: Float64Array): number => row.reduce((sum, value) => sum + value, 0)

/** Reads a set as the product would, without an engine: the same documents, the same features. */
export const gather = ({ name, corpus }: RelevanceSet, questions: readonly JudgedQuestion[], workshop: Workshop): Case[] => {
  const documents = corpus.sources.flatMap((source) => toQuestionDocument(source) ?? [])
  const shelfOf = (scope: string) =>
    createShelf(
      workshop,
      documents.filter((document) => document.scope === scope),
    )
  const federation = shelfOf(federationScope)
  const scopes = new Map<string, Scope>()
  const scopeOf = (ente: string): Scope => {
    const known = scopes.get(ente) ?? createScope(ente, shelfOf(ente), federation)
    scopes.set(ente, known)
    return known
  }
  return questions.map((question) => {
    const scope = scopeOf(question.ente)
    const understood = understand(analyse(question.q, question.locale, workshop.lexicon), scope, workshop)
    const evidence = readScope(understood, scope)
    const candidates = scope.parts.flatMap(({ segment, hidden, read }, part) =>
      Array.from({ length: segment.size }, (_, place) => place).flatMap((place) => {
        if (hidden?.[place] === 1) return []
        const document = read(place)
        const features = featuresAt(evidence, (evidence.starts[part] ?? 0) + place)
        const id = corpus.ids.get(document.documentId) ?? document.documentId
        return [{ document, row: Float64Array.from(featureNames, (feature) => features[feature]), right: question.expected.includes(id) }]
      }),
    )
    candidates.sort((a, b) => chance(b.row) - chance(a.row))
    return { set: name, question, understood, scope, candidates: candidates.slice(0, mostCandidates) }
  })
}
