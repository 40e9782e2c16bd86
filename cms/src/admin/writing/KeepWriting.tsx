// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useForm } from '@strapi/strapi/admin'
import { onRefusedDraft } from '../requests'
import { BothTexts } from './BothTexts'
import { createHeld } from './held'
import { sameValues, type FormValues, type Versions } from './merge'

/** What the back office says on 409. */
interface Meanwhile {
  revision: number
  by: string
  at: string
}

interface Conflict extends Omit<Versions, 'theirs'> {
  meanwhile: Meanwhile
}

/** Outlives the component: a tablet that is turned gets other buttons, and this beside them. */
const conflict = createHeld<Conflict>()

const identity = ['documentId', 'locale', 'revision'] as const

/**
 * After a draft was refused the content manager shows the stored one again, and what somebody wrote would be gone. This puts it
 * back; and when somebody else wrote meanwhile, it offers both texts.
 */
export const KeepWriting = ({ slug }: { slug: string }) => {
  const initialValues = useForm('KeepWriting', (form) => form.initialValues) as FormValues
  const values = useForm('KeepWriting', (form) => form.values) as FormValues
  const getValues = useForm('KeepWriting', (form) => form.getValues)
  const setValues = useForm('KeepWriting', (form) => form.setValues)

  const [base, setBase] = useState(initialValues)
  // The content manager takes what was sent for stored before it is: only another row or another count is another text.
  if (identity.some((key) => base[key] !== initialValues[key])) setBase(initialValues)

  const refused = useRef<FormValues>()
  const undecided = useSyncExternalStore(conflict.subscribe, conflict.get)
  useEffect(
    () =>
      onRefusedDraft(({ model, documentId, status, details }) => {
        const mine = getValues() as FormValues
        if (model !== slug || documentId !== mine.documentId) return
        if (status === 409) conflict.set({ base, mine, meanwhile: details as Meanwhile })
        else refused.current = mine
      }),
    [slug, base, getValues],
  )

  useEffect(() => {
    const mine = refused.current
    if (mine === undefined || !sameValues(values, initialValues) || sameValues(values, mine)) return
    refused.current = undefined
    setValues(mine)
  }, [values, initialValues, setValues])

  const here = undecided?.mine.documentId === values.documentId && undecided?.meanwhile.revision === values.revision
  if (undecided === undefined || !here) return null
  return (
    <BothTexts
      model={slug}
      versions={{ ...undecided, theirs: initialValues }}
      by={undecided.meanwhile.by}
      at={undecided.meanwhile.at}
      onDecided={(decided) => {
        setValues({ ...initialValues, ...decided })
        conflict.set(undefined)
      }}
    />
  )
}
