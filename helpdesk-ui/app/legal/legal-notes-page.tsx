// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEnte, useTo } from '../ente/ente-context'
import { paths } from '../paths'
import { Breadcrumb } from '../ui/Breadcrumb'
import { useWords } from '../words'

/** Word for word, in Italian on every page: the conformity audit reads it (C.SI.3.4). */
const licence =
  'In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.'

export default function LegalNotesPage() {
  const t = useWords()
  const to = useTo()
  const ente = useEnte()
  return (
    <div className="container lc-narrow lc-page">
      <title>{`${t('legal.title')} – ${ente.name}`}</title>
      <Breadcrumb
        label={t('site.youAreHere')}
        crumbs={[{ label: t('site.home'), href: to(paths.home(ente.slug)) }, { label: t('legal.title') }]}
      />
      <h1>{t('legal.title')}</h1>
      <section lang="it">
        <h2 className="h3" data-element="legal-notes-section">
          Licenza dei contenuti
        </h2>
        <p data-element="legal-notes-body">{licence}</p>
      </section>
    </div>
  )
}
