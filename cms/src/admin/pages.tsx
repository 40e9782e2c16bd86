// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router-dom'
import { Page } from '@strapi/strapi/admin'
import type { PanelPermission } from '@linea-comune/config'
import { AdoptionPage } from './adoption/AdoptionPage'
import { ModelAdoptionPage } from './adoption/ModelAdoptionPage'
import { fresh, useDescribeMeQuery } from './call'
import { usePerson, type Person } from './ente/use-person'
import { GapsPage } from './gaps/GapsPage'
import { LibraryPage } from './library/LibraryPage'
import { ModelPage } from './library/ModelPage'
import { paths } from './paths'
import { PeoplePage } from './people/PeoplePage'
import { ProposalPage } from './proposals/ProposalPage'
import { ProposalsPage } from './proposals/ProposalsPage'
import { SuggestionsPage } from './suggestions/SuggestionsPage'
import { Loaded } from './ui/Loaded'
import { PanelPage } from './ui/PanelPage'
import { Tabs } from './ui/Tabs'

/** Whoever opens an address that their role does not is told so. */
const For = ({ permission, children }: { permission: PanelPermission; children: (person: Person) => ReactNode }) => {
  const query = useDescribeMeQuery({}, fresh)
  const person = usePerson()
  return (
    <Loaded query={query}>
      {() => (person?.may(permission) === true ? children(person) : <Page.NoPermissions content="Il tuo ruolo non apre questa pagina." />)}
    </Loaded>
  )
}

/** Pages of «Buone pratiche», each behind its tab. */
const Practice = ({ person, children }: { person: Person; children: ReactNode }) => (
  <PanelPage title="Buone pratiche" subtitle="Modelli della federazione che ogni Ente può fare propri">
    <Tabs
      label="Buone pratiche"
      tabs={[
        { to: paths.library, label: 'Raccolta' },
        ...(person.may('adoptModels')
          ? [
              {
                to: paths.proposals,
                label: person.openProposals === 0 ? 'Aggiornamenti' : `Aggiornamenti (${String(person.openProposals)})`,
              },
            ]
          : []),
        ...(person.may('suggestModels')
          ? [
              {
                to: paths.suggestions,
                label: person.openSuggestions === 0 ? 'Testi proposti' : `Testi proposti (${String(person.openSuggestions)})`,
              },
            ]
          : []),
      ]}
    />
    {children}
  </PanelPage>
)

export const PracticePages = () => (
  <Routes>
    <Route
      index
      element={
        <For permission="readLibrary">
          {(person) => (
            <Practice person={person}>
              <LibraryPage person={person} />
            </Practice>
          )}
        </For>
      }
    />
    <Route path="modelli/:modelId" element={<For permission="readLibrary">{(person) => <ModelPage person={person} />}</For>} />
    <Route
      path="aggiornamenti"
      element={
        <For permission="adoptModels">
          {(person) => (
            <Practice person={person}>
              <ProposalsPage person={person} />
            </Practice>
          )}
        </For>
      }
    />
    <Route path="aggiornamenti/:proposalId" element={<For permission="adoptModels">{() => <ProposalPage />}</For>} />
    <Route
      path="proposti"
      element={
        <For permission="suggestModels">
          {(person) => (
            <Practice person={person}>
              <SuggestionsPage person={person} />
            </Practice>
          )}
        </For>
      }
    />
    <Route path="*" element={<Navigate to={paths.library} replace />} />
  </Routes>
)

export const AdoptionPages = () => (
  <Routes>
    <Route index element={<For permission="readAdoption">{() => <AdoptionPage />}</For>} />
    <Route path=":modelId" element={<For permission="readAdoption">{() => <ModelAdoptionPage />}</For>} />
  </Routes>
)

export const GapPages = () => (
  <For permission="readGaps">
    {(person) => (
      <PanelPage title="Domande senza risposta" subtitle="Che cosa chiedono i cittadini e ancora non trovano">
        <GapsPage person={person} />
      </PanelPage>
    )}
  </For>
)

export const PeoplePages = () => <For permission="invitePeople">{() => <PeoplePage />}</For>
