// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { Badge, Button, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { Gap } from '@linea-comune/config'
import { sentenceOf, useConfirmGapMutation, useDismissGapMutation, useDraftForGapMutation, useReopenGapMutation } from '../call'
import type { Person } from '../ente/use-person'
import { documentPath } from '../paths'
import { Message } from '../ui/Message'
import { Card } from '../ui/PanelPage'
import { count, listed, onDay } from '../words'
import { AskBox, type Ask } from './AskBox'

const Quotes = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;
  li {
    padding-left: 1.2rem;
    border-left: 3px solid ${({ theme }) => theme.colors.neutral200};
    font-size: 1.4rem;
    overflow-wrap: anywhere;
  }
`

const entiShown = 4

/** On whose behalf the reader acts: the centre for the federation, an Ente's people for their Ente. */
const writerOf = (gap: Gap, person: Person): string | null => (person.ofCentre ? null : (person.ente?.code ?? gap.enti[0]?.code ?? null))

type Closing = 'page' | 'reason'

const asks: Record<Closing, Ask> = {
  page: {
    label: 'Indirizzo della pagina che risponde',
    hint: 'Copialo dal sito. Chi chiede quasi lo stesso riceverà subito quella scheda o quella domanda frequente.',
    tooShort: 'Incolla l’indirizzo della pagina che risponde.',
    shortest: 1,
    long: false,
    send: 'Conferma',
  },
  // Whoever meets the question again in a year wants to know.
  reason: {
    label: 'Perché non scrivete su questo',
    hint: 'Resta scritto qui, per i colleghi.',
    tooShort: 'Scrivi in poche parole perché: lo leggeranno i colleghi.',
    shortest: 5,
    long: true,
    send: 'Archivia',
  },
}

interface GapCardProps {
  gap: Gap
  person: Person
  /** Told in a sentence what came of it, since the card may go to another list. */
  onDone: (sentence: string) => void
}

/** One matter, in citizens' words, and what can be done about it. */
export const GapCard = ({ gap, person, onDone }: GapCardProps) => {
  const [closing, close] = useState<Closing | null>(null)
  /** Who gives up comes back to the button that was pressed. */
  const [givenUp, giveUp] = useState<Closing | null>(null)
  const navigate = useNavigate()
  const [draft, drafting] = useDraftForGapMutation()
  const [confirm, confirming] = useConfirmGapMutation()
  const [dismiss, dismissing] = useDismissGapMutation()
  const [reopen, reopening] = useReopenGapMutation()
  const { matter, title, state } = gap
  const ente = writerOf(gap, person)
  const fault = drafting.error ?? confirming.error ?? dismissing.error ?? reopening.error
  const busy = drafting.isLoading || confirming.isLoading || dismissing.isLoading || reopening.isLoading
  // Said above the buttons.
  const failed = (): void => undefined
  const write = (): void =>
    void draft({ matter, ente })
      .unwrap()
      .then(({ documentId }) => navigate(documentPath('content', 'faq', documentId)), failed)
  const done = (sentence: string) => () => {
    close(null)
    onDone(sentence)
  }
  const send: Record<Closing, (text: string) => void> = {
    page: (page) =>
      void confirm({ matter, ente, page })
        .unwrap()
        .then(done(`Fatto: tra qualche secondo chi chiede di «${title}» con queste parole riceve quella pagina.`), failed),
    reason: (reason) =>
      void dismiss({ matter, ente, reason })
        .unwrap()
        .then(done(`Archiviata: «${title}».`), failed),
  }
  return (
    <Card label={title}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" fontWeight="bold" tag="h2">
          {title}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Badge>{gap.times === 1 ? 'Chiesta una volta' : `Chiesta ${String(gap.times)} volte`}</Badge>
          {gap.outOfScope && <Badge>Non è compito dell’Ente</Badge>}
        </Flex>
        <Typography textColor="neutral600">{`${howItWent(gap)} L’ultima il ${onDay(gap.lastOn)}.`}</Typography>
        {(person.ofCentre || person.enti.length > 1) && <Typography textColor="neutral600">{whereOf(gap)}</Typography>}
        <Quotes>
          {gap.examples.map(({ text, answeredNow }) => (
            <li key={text}>
              <Typography tag="q">{text}</Typography>
              {answeredNow && state === 'open' && <Typography textColor="success700"> ora trova risposta</Typography>}
            </li>
          ))}
        </Quotes>
        {gap.elsewhere.length > 0 && <Elsewhere sheets={gap.elsewhere} />}
        {gap.dismissed !== null && state === 'dismissed' && (
          <Typography>{`Archiviata da ${gap.dismissed.by} il ${onDay(gap.dismissed.on)}: ${gap.dismissed.reason}`}</Typography>
        )}
        {fault !== undefined && <Message kind="danger" title={sentenceOf(fault)} />}
        {state === 'open' && closing !== null && (
          <AskBox
            ask={asks[closing]}
            busy={busy}
            onSend={send[closing]}
            onCancel={() => {
              giveUp(closing)
              close(null)
            }}
          />
        )}
        {state === 'open' && closing === null && (
          <Flex gap={2} wrap="wrap">
            {person.may('writeContent') && (
              <Button disabled={busy} onClick={write} aria-label={`Scrivi la risposta: ${title}`}>
                Scrivi la risposta
              </Button>
            )}
            {person.may('publishContent') && (
              <Button
                variant="secondary"
                disabled={busy}
                autoFocus={givenUp === 'page'}
                onClick={() => close('page')}
                aria-label={`Una pagina risponde già: ${title}`}
              >
                Una pagina risponde già
              </Button>
            )}
            {person.may('dismissGaps') && (
              <Button
                variant="tertiary"
                disabled={busy}
                autoFocus={givenUp === 'reason'}
                onClick={() => close('reason')}
                aria-label={`Archivia: ${title}`}
              >
                Archivia
              </Button>
            )}
          </Flex>
        )}
        {state === 'dismissed' && person.may('dismissGaps') && (
          <Flex>
            <Button
              variant="tertiary"
              disabled={busy}
              onClick={() =>
                void reopen({ matter, ente })
                  .unwrap()
                  .then(done(`Ripresa: «${title}».`), failed)
              }
              aria-label={`Riprendi: ${title}`}
            >
              Riprendi
            </Button>
          </Flex>
        )}
      </Flex>
    </Card>
  )
}

const howItWent = ({ unanswered, refused, wrote }: Gap): string => {
  const parts = [
    ...(unanswered > 0 ? [`${count(unanswered, 'volta', 'volte')} senza risposta`] : []),
    ...(refused > 0 ? [`${count(refused, 'volta', 'volte')} la risposta non è servita`] : []),
    ...(wrote > 0 ? [`${count(wrote, 'persona ha scritto', 'persone hanno scritto')} una richiesta`] : []),
  ]
  return parts.length === 0 ? '' : `${listed(parts)}.`
}

const whereOf = ({ enti }: Gap): string => {
  const names = enti.slice(0, entiShown).map(({ name, times }) => `${name} (${String(times)})`)
  const others = enti.length - entiShown
  return `Da: ${listed(others > 0 ? [...names, `${String(others)} altri Enti`] : names)}.`
}

const Elsewhere = ({ sheets }: { sheets: Gap['elsewhere'] }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="bold">
      {sheets.length === 1 ? 'Un altro Ente ha una scheda su questo' : 'Altri Enti hanno una scheda su questo'}
    </Typography>
    <ul>
      {sheets.map(({ url, title, ente }) => (
        <li key={url}>
          <Typography>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
            {`, ${ente}`}
          </Typography>
        </li>
      ))}
    </ul>
  </Flex>
)
