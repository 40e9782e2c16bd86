// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react'
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import type { PanelResponse } from '@linea-comune/config'
import { sentenceOf, useDecideProposalMutation } from '../call'
import { documentPath } from '../paths'
import { CheckField } from '../ui/CheckField'
import { Message } from '../ui/Message'
import { Card } from '../ui/PanelPage'
import { TextLink } from '../ui/TextLink'
import { kindNames } from '../words'
import { DifferenceCard } from './DifferenceCard'
import { byField, suggested, whatHappens, whatHappened } from './decision-rules'

type Proposal = PanelResponse<'readProposal'>

/** Accept all, some, or decline with a reason; afterwards what came of it. */
export const Decision = ({ proposal }: { proposal: Proposal }) => {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(() => suggested(proposal.differences))
  const [publish, setPublish] = useState(proposal.canPublishAtOnce && proposal.mayPublish)
  const [decide, { data: decided, error, isLoading }] = useDecideProposalMutation()
  // What was decided is shown as it was: asked again, the page would find nothing left to compare.
  const [groups] = useState(() => byField(proposal.differences))
  const { proposalId, kind, documentId } = proposal
  const open = decided === undefined && proposal.state === 'open'
  const accept = (fields: readonly string[]): void => void decide({ proposalId, decision: 'accept', fields: [...fields], publish })
  const toggle = (field: string, add: boolean): void =>
    setAccepted((before) => new Set(add ? [...before, field] : [...before].filter((other) => other !== field)))
  return (
    <>
      {decided !== undefined && (
        <Message kind="success" title={whatHappened(decided)}>
          <TextLink to={documentPath('content', kind, documentId)}>{`Apri ${kindNames[kind].the}`}</TextLink>
        </Message>
      )}
      {error !== undefined && <Message kind="danger" title={sentenceOf(error)} />}
      {groups.map((differences) => (
        <DifferenceCard
          key={differences[0].field}
          differences={differences}
          accepted={open ? accepted.has(differences[0].field) : null}
          onAccept={(add) => toggle(differences[0].field, add)}
        />
      ))}
      {open && (
        <>
          <Accepting
            proposal={proposal}
            accepted={[...accepted]}
            all={groups.map(([{ field }]) => field)}
            publish={publish}
            onPublish={setPublish}
            onAccept={accept}
            busy={isLoading}
          />
          <Declining busy={isLoading} onDecline={(reason) => void decide({ proposalId, decision: 'decline', reason })} />
        </>
      )}
    </>
  )
}

interface AcceptingProps {
  proposal: Proposal
  accepted: readonly string[]
  all: readonly string[]
  publish: boolean
  onPublish: (publish: boolean) => void
  onAccept: (fields: readonly string[]) => void
  busy: boolean
}

const Accepting = ({ proposal, accepted, all, publish, onPublish, onAccept, busy }: AcceptingProps) => {
  const { canPublishAtOnce, mayPublish } = proposal
  return (
    <Card label="Accetta">
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography variant="delta" fontWeight="bold" tag="h2">
          Accetta
        </Typography>
        {mayPublish && canPublishAtOnce && (
          <CheckField checked={publish} onChange={onPublish}>
            Pubblica subito
          </CheckField>
        )}
        <Typography id="what-happens">{whatHappens({ mayPublish, canPublishAtOnce, publish })}</Typography>
        <Flex gap={2} wrap="wrap">
          <Button onClick={() => onAccept(all)} disabled={busy} aria-describedby="what-happens">
            Accetta tutto
          </Button>
          <Button
            variant="secondary"
            onClick={() => onAccept(accepted)}
            disabled={busy || accepted.length === 0}
            aria-describedby="what-happens"
          >
            Accetta le parti scelte
          </Button>
        </Flex>
        {accepted.length === 0 && (
          <Typography variant="pi" textColor="neutral600">
            Per accettarne una parte, scegli qui sopra almeno una sezione.
          </Typography>
        )}
      </Flex>
    </Card>
  )
}

const shortest = 5

const Declining = ({ busy, onDecline }: { busy: boolean; onDecline: (reason: string) => void }) => {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const tooShort = reason.trim().length < shortest
  return (
    <Card label="Rifiuta">
      <Flex
        tag="form"
        direction="column"
        alignItems="stretch"
        gap={4}
        noValidate
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault()
          setAsked(true)
          if (tooShort) field.current?.focus()
          else onDecline(reason.trim())
        }}
      >
        <Typography variant="delta" fontWeight="bold" tag="h2">
          Rifiuta
        </Typography>
        <Typography>
          La tua pagina resta com’è. Il motivo lo leggono il centro e il tavolo: serve a migliorare il modello per tutti.
        </Typography>
        <Field.Root required {...(asked && tooShort && { error: 'Scrivi in poche parole perché non va bene per il tuo Ente.' })}>
          <Field.Label>Motivo del rifiuto</Field.Label>
          <Textarea
            ref={field}
            value={reason}
            maxLength={1000}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
        <Flex>
          <Button type="submit" variant="danger-light" disabled={busy}>
            Rifiuta l’aggiornamento
          </Button>
        </Flex>
      </Flex>
    </Card>
  )
}
