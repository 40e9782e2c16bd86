// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import type { PanelResponse } from '@linea-comune/config'
import { useAdoptModelsMutation } from '../call'
import type { Person } from '../ente/use-person'

interface Options {
  /** Code of the Ente to adopt for; empty for the federation, which only the centre may choose. */
  ente: string
  /** documentId of an office, or empty. */
  office: string
  publish: boolean
}

export interface Adopter {
  options: Options
  change: (options: Partial<Options>) => void
  /** Why nothing can be adopted now. */
  problem: string | null
  adopt: (modelIds: readonly string[]) => void
  busy: boolean
  result: PanelResponse<'adoptModels'> | undefined
  error: unknown
}

export const useAdopter = (person: Person): Adopter => {
  const [options, setOptions] = useState<Options>({ ente: person.ente?.code ?? '', office: '', publish: person.may('publishContent') })
  const [send, { isLoading, data, error }] = useAdoptModelsMutation()
  const { ente, office, publish } = options
  return {
    options,
    change: (changes) => setOptions((before) => ({ ...before, ...changes })),
    problem: problemOf(person),
    adopt: (modelIds) => void send({ ente: ente === '' ? null : ente, modelIds: [...modelIds], publish, ...(office !== '' && { office }) }),
    busy: isLoading,
    result: data,
    error,
  }
}

const problemOf = (person: Person): string | null => {
  if (!person.may('adoptModels')) return 'Il tuo ruolo vede la raccolta e non adotta modelli.'
  if (!person.ofCentre && person.ente === null) return 'Scegli in alto per quale Ente lavori, poi potrai adottare.'
  return null
}
