// SPDX-License-Identifier: AGPL-3.0-or-later
import { data } from 'react-router'
import { questionMaxLength, takesTickets, verdicts, type AnswerItem, type Locale } from '@linea-comune/config'
import type { SheetPage } from '@linea-comune/search'
import type { Route } from './+types/answers-page'
import { ask, cleanQuestion, keepIn } from '../../server/answers-api'
import { logError } from '../../server/log'
import { ContactList } from '../ente/ContactList'
import { useEnte, useTo } from '../ente/ente-context'
import { LanguageNote } from '../ente/LanguageNotes'
import { requireEnte } from '../ente/require-ente'
import { ReviewNote } from '../ente/ReviewNote'
import { typedIn } from '../form-fields'
import { addQuery, paths } from '../paths'
import { hasContacts, SheetContacts } from '../services/SheetContacts'
import { emptyTicketForm, type TicketFormState } from '../tickets/ticket-form'
import { TicketForm } from '../tickets/TicketForm'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { RichText } from '../ui/RichText'
import { useLangOf, useLocale, useWords } from '../words'
import { formatDate } from '../words/dates'
import { toAsked, type Asked } from './asked'
import { AnswerText } from './AnswerText'
import { ElsewhereNote } from './ElsewhereNote'
import { findElsewhere, type FoundElsewhere } from './find-elsewhere'
import { Feedback } from './Feedback'
import { QuestionBox } from './QuestionBox'
import { toSnippet } from './text-blocks'

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const { front } = args.context
  const q = cleanQuestion((new URL(args.request.url).searchParams.get('q') ?? '').slice(0, questionMaxLength))
  if (q === '') return data({ q, kind: 'empty' as const })
  const waitS = await front.limit('answers')
  if (waitS !== null) return data({ q, kind: 'too-many' as const }, { status: 429, headers: { 'retry-after': String(waitS) } })
  let matter = ''
  const answer = await ask(front.knowledge, ente, q, locale, (asked) => {
    matter = asked.matter
    keepIn(front.questions)(asked)
  })
  const form = emptyTicketForm({ text: q, questionId: answer.questionId })
  const contacts = answer.outcome === 'answer' ? await contactsOf(args, answer.items[0], locale) : null
  const elsewhere = answer.outcome === 'none' ? await findElsewhere(front, ente.code, matter) : []
  return data({ q, kind: 'answered' as const, answer, contacts, elsewhere, form })
}

/** What a citizen says of an answer: thanks, or the form that brings the question to a person. */
export const action = async (args: Route.ActionArgs) => {
  const { ente } = await requireEnte(args)
  const { front } = args.context
  const fields = await args.request.formData()
  const verdict = verdicts.find((known) => known === typedIn(fields, 'esito'))
  const asked = toAsked(typedIn(fields, 'chiesta'), typedIn(fields, 'q'))
  if (verdict === undefined || asked === null) return data({ kind: 'empty' as const, q: '' })
  // Whoever says so a hundred times is thanked as kindly, and not counted.
  if ((await front.limit('verdicts')) === null)
    front.questions.add({ kind: 'judged', questionId: asked.questionId, at: new Date().toISOString(), verdict })
  const { q } = asked
  const form = emptyTicketForm({ text: q, questionId: asked.questionId })
  return data({ kind: verdict, q, form: takesTickets(ente.lifecycle) ? form : null })
}

/** When somebody who asked too much may ask again. */
export const headers = ({ loaderHeaders }: Route.HeadersArgs): Headers => loaderHeaders

/** Offices, places and hours read badly as lines of text: an answer that consists of them shows what the sheet itself shows. */
const contactsOf = async ({ context: { front } }: Route.LoaderArgs, item: AnswerItem | undefined, locale: Locale) => {
  const [, enteSlug = '', slug] = /^\/([^/]+)\/servizi\/([^/?#]+)(?:\?[^#]*)?#contacts$/.exec(item?.url ?? '') ?? []
  if (slug === undefined) return null
  try {
    const ente = await front.enti.bySlug(enteSlug)
    const found = ente && (await front.knowledge.reader.sheet({ enteCode: ente.code, slug, locale }))
    if (!found || !hasContacts(found.page)) return null
    const { offices, contactPoints, places, sections } = found.page
    return { offices, contactPoints, places, html: sections.find(({ key }) => key === 'contacts')?.html ?? null }
  } catch (error) {
    // The text is there all the same.
    logError('contacts of an answer', error)
    return null
  }
}
type Contacts = Pick<SheetPage, 'offices' | 'contactPoints' | 'places'> & { html: string | null }

const Source = ({ item }: { item: AnswerItem }) => {
  const t = useWords()
  const locale = useLocale()
  return (
    <p className="lc-source">
      {item.ente === null ? t('answers.ofFederation') : t('answers.ofEnte')}
      <span aria-hidden="true"> · </span>
      {t('site.updatedAt', { date: formatDate(item.updatedAt, locale) })}
    </p>
  )
}

/** Where the same text stands in Italian: an address of any language leads to it. */
const italianHref = (item: AnswerItem): string => item.url.replace(/[?&]lang=[a-z]+/, '')

/** The page of a text, which asks there whether it answered. */
const hrefOf = (item: AnswerItem, asked: Asked | null): string =>
  asked === null ? item.url : addQuery(item.url, { chiesta: asked.questionId, q: asked.q })

/** The text that answers, with all that a person needs to trust it: which page, which part of it, whose, since when. */
const FullAnswer = ({ item, contacts, asked }: { item: AnswerItem; contacts: Contacts | null; asked: Asked | null }) => {
  const t = useWords()
  const to = useTo()
  const lang = useLangOf()(item.locale)
  return (
    <article className="lc-answer">
      <p className="lc-answer-from">
        <Icon name={item.kind === 'sheet' ? 'it-file' : 'it-help-circle'} className="icon-sm icon-primary" />
        {item.kind === 'sheet' ? t('answers.fromSheet') : t('answers.fromFaq')}
      </p>
      <h2 lang={lang}>{item.title}</h2>
      {item.section && (
        <h3 className="h5 lc-answer-section" lang={lang}>
          {item.section}
        </h3>
      )}
      <LanguageNote text={item} italianHref={italianHref(item)} />
      <ReviewNote text={item} />
      {contacts === null ? (
        <div lang={lang}>
          <AnswerText text={item.text} />
        </div>
      ) : (
        <>
          {contacts.html !== null && <RichText html={contacts.html} lang={lang} />}
          <SheetContacts sheet={contacts} />
        </>
      )}
      <div className="lc-answer-foot">
        <Source item={item} />
        <a className="btn btn-primary" href={to(hrefOf(item, asked))}>
          {item.kind === 'sheet' ? t('answers.readSheet') : t('answers.readFaq')}
        </a>
      </div>
      {asked !== null && <Feedback asked={asked} />}
    </article>
  )
}

const ShortAnswer = ({ item, heading: Heading, asked }: { item: AnswerItem; heading: 'h2' | 'h3'; asked: Asked | null }) => {
  const t = useWords()
  const to = useTo()
  const lang = useLangOf()(item.locale)
  return (
    <article className="card lc-card lc-choice">
      <div className="card-body">
        <p className="category-top lc-category">
          {item.section === null ? (
            item.kind === 'faq' ? (
              t('answers.fromFaq')
            ) : (
              t('answers.fromSheet')
            )
          ) : (
            <span lang={lang}>{item.section}</span>
          )}
          {lang && (
            <>
              <span aria-hidden="true"> · </span>
              {t('site.inItalian')}
            </>
          )}
        </p>
        <Heading className="card-title">
          <a className="stretched-link" href={to(hrefOf(item, asked))} lang={lang}>
            {item.title}
          </a>
        </Heading>
        <p className="card-text lc-clamp" lang={lang}>
          {toSnippet(item.text)}
        </p>
        <Source item={item} />
      </div>
    </article>
  )
}

const WriteInstead = ({ q, questionId }: { q: string; questionId: string }) => {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  if (!takesTickets(ente.lifecycle)) return null
  return (
    <section className="lc-invite lc-invite-row" aria-labelledby="scrivici">
      <div>
        <h2 id="scrivici" className="h4">
          {t('answers.notThis')}
        </h2>
        <p>{t('answers.notThisText')}</p>
      </div>
      <a className="btn btn-outline-primary" href={to(paths.newTicket(ente.slug, { q, domanda: questionId }))}>
        {t('answers.writeUs')}
      </a>
    </section>
  )
}

type Answered = Extract<Route.ComponentProps['loaderData'], { kind: 'answered' }>

const Outcome = ({ q, answer, contacts, elsewhere, form }: Answered) => {
  const t = useWords()
  const ente = useEnte()
  const [first, ...others] = answer.items
  const asked = toAsked(answer.questionId, q)
  if (answer.outcome === 'answer' && first !== undefined)
    return (
      <>
        <h1 className="lc-outcome">{t('answers.answerTitle')}</h1>
        <FullAnswer item={first} contacts={contacts} asked={asked} />
        {others.length > 0 && (
          <section className="lc-also" aria-labelledby="anche">
            <h2 id="anche" className="h5">
              {t('answers.alsoTitle')}
            </h2>
            {others.map((item) => (
              <ShortAnswer key={item.url} item={item} heading="h3" asked={asked} />
            ))}
          </section>
        )}
        <WriteInstead q={q} questionId={answer.questionId} />
      </>
    )
  if (answer.outcome === 'choice' && first !== undefined)
    return (
      <>
        <h1 className="lc-outcome">{t('answers.choiceTitle')}</h1>
        <p className="lead">{t('answers.choiceIntro')}</p>
        <div className="lc-choices">
          {answer.items.map((item) => (
            <ShortAnswer key={item.url} item={item} heading="h2" asked={asked} />
          ))}
        </div>
        <WriteInstead q={q} questionId={answer.questionId} />
      </>
    )
  return <ToPerson title={t('answers.noneTitle')} form={takesTickets(ente.lifecycle) ? form : null} elsewhere={elsewhere} />
}

interface ToPersonProps {
  title: string
  form: TicketFormState | null
  elsewhere?: readonly FoundElsewhere[]
}

/** When no text answers, a person does: the form, or, where none is taken, how to reach the Ente. */
const ToPerson = ({ title, form, elsewhere = [] }: ToPersonProps) => {
  const t = useWords()
  const ente = useEnte()
  return (
    <>
      <h1 className="lc-outcome">{title}</h1>
      <p className="lead">{form === null ? t('newTicket.closed') : t('answers.noneIntro')}</p>
      <ElsewhereNote sheets={elsewhere} />
      {form === null ? (
        <ContactList ente={ente} />
      ) : (
        <div className="lc-sheet-of-paper">
          <TicketForm form={form} faults={{}} />
        </div>
      )}
    </>
  )
}

export default function AnswersPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords()
  const ente = useEnte()
  const shown = actionData ?? loaderData
  const { q } = shown
  return (
    <>
      <title>{`${q === '' ? t('answers.title') : q.slice(0, 80)} – ${ente.name}`}</title>
      <div className="lc-ask-band">
        <div className="container lc-narrow">
          <QuestionBox q={q} label={t('answers.yourQuestion')} />
        </div>
      </div>
      <div className="container lc-narrow lc-page">
        {shown.kind === 'empty' && <h1 className="lc-outcome">{t('answers.emptyTitle')}</h1>}
        {shown.kind === 'too-many' && (
          <>
            <h1 className="lc-outcome">{t('answers.title')}</h1>
            <Notice tone="warning">
              <p>{t('answers.tooMany')}</p>
            </Notice>
          </>
        )}
        {shown.kind === 'solved' && (
          <>
            <h1 className="lc-outcome">{t('feedback.thanksTitle')}</h1>
            <p className="lead">{t('feedback.thanks')}</p>
          </>
        )}
        {shown.kind === 'refused' && <ToPerson title={t('feedback.refusedTitle')} form={shown.form} />}
        {shown.kind === 'answered' && (
          <>
            {shown.answer.degraded && (
              <Notice tone="warning">
                <p>{t('answers.degraded')}</p>
              </Notice>
            )}
            <Outcome {...shown} />
          </>
        )}
      </div>
    </>
  )
}
