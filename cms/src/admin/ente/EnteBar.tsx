// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react'
import { Outlet } from 'react-router-dom'
import { Flex, Typography } from '@strapi/design-system'
import { createGlobalStyle } from 'styled-components'
import { showFormOfCentre } from '../edit/own-form'
import { SelectField } from '../ui/SelectField'
import { chooseEnte, chosenEnte, forgetChosenEnte } from './chosen-ente'
import { useWhoIsAtWork, type Person } from './use-person'

/** The menu gives Strapi's settings to everybody; for those who are no administrators there is nothing to set. */
const NoSettings = createGlobalStyle`
  nav a[href$='/admin/settings'] {
    display: none;
  }
`

/** An empty section of ten is not a screen long, and grows with what is written. */
const GrowingEditors = createGlobalStyle`
  form .CodeMirror.CodeMirror {
    height: auto;
  }
  form .CodeMirror-scroll {
    min-height: 9.6rem;
    max-height: 48rem;
  }
  /* Here the content manager lays a button over the foot of the text. */
  @media (max-width: 768px) {
    form .CodeMirror-scroll {
      min-height: 16rem;
    }
  }
`

/** The columns of a list, its state with them, fit beside the menu of a laptop; a part of the menu without pages is none. */
const CompactLists = createGlobalStyle`
  main table :is(th, td) {
    padding-inline: 1rem;
  }
  li:has(> div > ol:empty) {
    display: none;
  }
`

/** Frame of every page of the panel: above it, whose content this is. */
export const EnteBar = () => {
  const { person, asking } = useWhoIsAtWork()
  if (person !== undefined) showFormOfCentre(person.ofCentre)
  return (
    <>
      <Flex
        tag="section"
        aria-label="Il tuo Ente"
        background="neutral0"
        borderColor="neutral150"
        borderStyle="solid"
        borderWidth="0 0 1px 0"
        paddingLeft={{ initial: 4, medium: 6, large: 10 }}
        paddingRight={{ initial: 4, medium: 6, large: 10 }}
        paddingTop={2}
        paddingBottom={2}
        minHeight="4.4rem"
        gap={4}
        wrap="wrap"
        justifyContent="space-between"
        shrink={0}
      >
        {person && <WorkingFor person={person} />}
        {person && !person.may('invitePeople') && <NoSettings />}
      </Flex>
      <GrowingEditors />
      <CompactLists />
      {!asking && <Outlet />}
    </>
  )
}

const WorkingFor = ({ person: { enti, ente, ofCentre } }: { person: Person }) => {
  const several = enti.length > 1
  // Somebody who left an Ente since would otherwise be shown nothing at all.
  const stale = chosenEnte() !== '' && (!several || !enti.some(({ code }) => code === chosenEnte()))
  useEffect(() => {
    if (!stale) return
    forgetChosenEnte()
    window.location.reload()
  }, [stale])
  return (
    <>
      <Typography variant="omega" fontWeight="bold" textColor="neutral800">
        {ofCentre ? 'Centro servizi' : (ente?.name ?? 'Tutti i tuoi Enti')}
      </Typography>
      {several && (
        <SelectField
          label="Lavora per"
          inline
          value={ente?.code ?? ''}
          onChange={chooseEnte}
          options={[{ value: '', label: 'Tutti i tuoi Enti' }, ...enti.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      )}
    </>
  )
}
