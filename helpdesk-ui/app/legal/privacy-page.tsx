// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { useWords } from '../words'

const parts = ['ask', 'ticket', 'cookies', 'rights'] as const

export default function PrivacyPage() {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('privacy.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('privacy.title') }]}
      />
      <h1>{t('privacy.title')}</h1>
      <p className="lead">{t('privacy.intro')}</p>
      {parts.map((part) => (
        <section key={part}>
          <h2 className="h4">{t(`privacy.${part}.title`)}</h2>
          <p>{t(`privacy.${part}.text`, { email: ente.email || ente.pec })}</p>
        </section>
      ))}
      {ente.privacyUrl && (
        <p>
          <a href={ente.privacyUrl}>{t('privacy.full')}</a>
        </p>
      )}
    </div>
  )
}
