// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useAuth, useForm, useQueryParams } from '@strapi/strapi/admin'
import { defaultLocale } from '@linea-comune/config'
import { onSentDraft } from '../requests'
import { BothTexts } from './BothTexts'
import { createHeld } from './held'
import { sameValues, withLinks, type FormValues, type Versions } from './merge'

/** What the back office says on 409. */
interface Meanwhile {
  revision: number
  by: string
  at: string
}

interface Refused extends Omit<Versions, 'theirs'> {
  /** Whose text of which document, in which language. */
  text: string
}

interface Conflict extends Refused {
  meanwhile: Meanwhile
}

// Both outlive the component: a tablet that is turned gets other buttons, and this beside them; and whose session is over is
// led to sign in without a word.
const conflict = createHeld<Conflict>()
const refused = createHeld<Refused>()

const textOf = (user: unknown, model: string, documentId: unknown, locale: string): string => [user, model, documentId, locale].join(' ')

const differ = (a: FormValues, b: FormValues): boolean => ['documentId', 'locale', 'revision'].some((key) => a[key] !== b[key])

/**
 * After a draft was refused the content manager shows the stored one again, and what somebody wrote would be gone. This puts it
 * back; and when somebody else wrote meanwhile, it offers both texts.
 */
export const KeepWriting = ({ slug }: { slug: string }) => {
  const initialValues = useForm('KeepWriting', (form) => form.initialValues) as FormValues
  const values = useForm('KeepWriting', (form) => form.values) as FormValues
  const getValues = useForm('KeepWriting', (form) => form.getValues)
  const setValues = useForm('KeepWriting', (form) => form.setValues)

  const user = useAuth('KeepWriting', (auth) => auth.user?.id)
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>()
  const text = textOf(user, slug, values.documentId, query.plugins?.i18n?.locale ?? defaultLocale)

  /** The stored text that the values in the form were written on. */
  const base = useRef(initialValues)
  /** What was sent, as it stood in the form: the content manager takes links for stored as soon as they are on their way. */
  const sent = useRef<FormValues>({})
  const undecided = useSyncExternalStore(conflict.subscribe, conflict.get)
  useEffect(
    () =>
      onSentDraft(({ model, documentId, locale, status, details }) => {
        if (textOf(user, model, documentId, locale) !== text) return
        if (status === null) {
          sent.current = getValues() as FormValues
          return
        }
        const mine = withLinks(getValues() as FormValues, sent.current)
        const taken = status >= 200 && status < 300
        refused.set(taken || status === 409 ? undefined : { text, base: base.current, mine })
        if (status === 409) conflict.set({ text, base: base.current, mine, meanwhile: details as Meanwhile })
      }),
    [text, user, getValues],
  )

  useEffect(() => {
    // The content manager takes what was sent for stored before it is: only another row or another count is another text.
    if (differ(base.current, initialValues) && !differ(values, initialValues)) base.current = initialValues
    const held = refused.get()
    if (held?.text !== text || !sameValues(values, initialValues) || sameValues(values, held.mine)) return
    refused.set(undefined)
    base.current = held.base
    setValues(held.mine)
  }, [text, values, initialValues, setValues])

  const revision = Number(values.revision)
  if (undecided?.text !== text || revision < undecided.meanwhile.revision) return null
  return (
    <BothTexts
      model={slug}
      versions={{ ...undecided, theirs: initialValues }}
      // Who saved yet another time is not known here.
      by={revision === undecided.meanwhile.revision ? undecided.meanwhile.by : ''}
      at={undecided.meanwhile.at}
      onDecided={(decided) => {
        setValues({ ...initialValues, ...decided })
        conflict.set(undefined)
      }}
    />
  )
}
