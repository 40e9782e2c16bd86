// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from './+types/faqs-page'
import { askedIn } from '../answers/asked'
import { Feedback } from '../answers/Feedback'
import { useEnte, useTo } from '../ente/ente-context'
import { LanguageNote, ListLanguageNotice } from '../ente/LanguageNotes'
import { ReviewNote } from '../ente/ReviewNote'
import { orUnavailable, requireEnte } from '../ente/require-ente'
import { toPageNumber } from '../page-number'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { Pager } from '../ui/Pager'
import { RichText } from '../ui/RichText'
import { useLangOf, useLocale, useWords } from '../words'
import { formatDate } from '../words/dates'

const pageSize = 50

export const loader = async (args: Route.LoaderArgs) => {
  const { ente, locale } = await requireEnte(args)
  const query = new URL(args.request.url).searchParams
  const page = toPageNumber(query.get('pagina'))
  const wanted = query.get('domanda')
  const { front } = args.context
  const { reader } = front.knowledge
  const { items, total } = await reader.faqs({ enteCode: ente.code, locale, page, pageSize }).catch(orUnavailable('faqs'))
  // Who comes from an answer finds its question here, on whichever page of the list it stands.
  const elsewhere = wanted !== null && items.every(({ documentId }) => documentId !== wanted)
  const found = elsewhere ? await reader.faq({ enteCode: ente.code, documentId: wanted, locale }).catch(orUnavailable('faqs')) : null
  const asked = wanted === null ? null : askedIn(args.request)
  if (asked !== null && wanted !== null && (await front.limit('opened')) === null)
    front.questions.add({ kind: 'opened', questionId: asked.questionId, at: new Date().toISOString(), documentId: wanted.slice(0, 64) })
  return {
    asked,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    faqs: found === null ? items : [found.page, ...items],
    wanted,
  }
}

export default function FaqsPage({ loaderData: { faqs, asked, page, pages, wanted } }: Route.ComponentProps) {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  const locale = useLocale()
  const langOf = useLangOf()
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('faqs.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('faqs.title') }]}
      />
      <h1 data-element="page-name">{t('faqs.title')}</h1>
      <p className="lead">{t('faqs.intro')}</p>
      <ListLanguageNotice locales={faqs.map((faq) => faq.locale)} />
      {faqs.length === 0 ? (
        <div className="lc-panel">
          <p>{t('faqs.none')}</p>
        </div>
      ) : (
        <div className="lc-faqs">
          {faqs.map((faq) => (
            <details key={faq.documentId} id={faq.documentId} open={faq.documentId === wanted || undefined}>
              <summary>
                <h2 className="h5" lang={langOf(faq.locale)}>
                  {faq.question}
                </h2>
              </summary>
              <div className="lc-faq-answer">
                <ReviewNote text={faq} />
                <RichText html={faq.answer.html} lang={langOf(faq.locale)} />
                <LanguageNote text={faq} italianHref={`${paths.faqs(ente.slug, { domanda: faq.documentId })}#${faq.documentId}`} />
                <p className="lc-source">
                  {faq.enteCode === null ? t('answers.ofFederation') : t('answers.ofEnte')}
                  <span aria-hidden="true"> · </span>
                  {t('site.updatedAt', { date: formatDate(faq.updatedAt, locale) })}
                </p>
                {asked !== null && faq.documentId === wanted && <Feedback asked={asked} />}
              </div>
            </details>
          ))}
        </div>
      )}
      <Pager
        page={page}
        pages={pages}
        hrefOf={(wanted) => to(paths.faqs(ente.slug, wanted > 1 ? { pagina: wanted } : {}))}
        words={{ label: t('site.pages'), where: t('site.page', { page, pages }), previous: t('site.previous'), next: t('site.next') }}
      />
    </div>
  )
}
