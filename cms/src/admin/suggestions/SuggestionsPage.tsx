// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react'
import { Badge, Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { modelFields, type Suggestion } from '@linea-comune/config'
import { fresh, sentenceOf, useDecideSuggestionMutation, useListSuggestionsQuery } from '../call'
import type { Person } from '../ente/use-person'
import { documentPath } from '../paths'
import { attention } from '../ui/attention'
import { Empty } from '../ui/Empty'
import { Loaded } from '../ui/Loaded'
import { Message } from '../ui/Message'
import { Card } from '../ui/PanelPage'
import { RichText } from '../ui/RichText'
import { TextLink } from '../ui/TextLink'
import { kindNames, languageName, onDay, suggestionStateNames } from '../words'

/** Texts that Enti offer to everybody: their own to the Enti, all of them to the centre, which answers. */
export const SuggestionsPage = ({ person }: { person: Person }) => {
  const suggestions = useListSuggestionsQuery({}, fresh)
  const [decide, { data: decided, error, isLoading }] = useDecideSuggestionMutation()
  const answers = person.may('writeModels')
  return (
    <>
      {decided && (
        <Message
          kind="success"
          title={decided.state === 'accepted' ? `«${decided.title}» è diventato un modello in bozza` : `Hai risposto su «${decided.title}»`}
        >
          {decided.modelId !== null && (
            <TextLink to={documentPath('model', decided.kind, decided.modelId)}>Rivedi il modello e pubblicalo</TextLink>
          )}
        </Message>
      )}
      {error !== undefined && <Message kind="danger" title={sentenceOf(error)} />}
      <Loaded query={suggestions}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={answers ? 'Nessun Ente ha ancora proposto un testo' : 'Non avete ancora proposto un testo'}>
              {answers
                ? 'Quando un Ente propone una sua scheda come modello, la trovi qui.'
                : 'Apri una vostra scheda o domanda pubblicata e scegli «Proponi come modello»: se il centro la accoglie, la possono adottare tutti.'}
            </Empty>
          ) : (
            all.map((suggestion) => (
              <SuggestionCard
                key={suggestion.suggestionId}
                suggestion={suggestion}
                answers={answers && suggestion.state === 'open'}
                busy={isLoading}
                onAccept={() => void decide({ suggestionId: suggestion.suggestionId, decision: 'accept' })}
                onDecline={(reason) => void decide({ suggestionId: suggestion.suggestionId, decision: 'decline', reason })}
              />
            ))
          )
        }
      </Loaded>
    </>
  )
}

interface SuggestionCardProps {
  suggestion: Suggestion
  /** Whether the reader may answer. */
  answers: boolean
  busy: boolean
  onAccept: () => void
  onDecline: (reason: string) => void
}

const stateLooks = { open: attention, accepted: { variant: 'success' }, declined: {} } as const

const SuggestionCard = ({ suggestion, answers, busy, onAccept, onDecline }: SuggestionCardProps) => {
  const { title, kind, ente, note, state, createdOn, by, reason, texts } = suggestion
  return (
    <Card label={title}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="delta" fontWeight="bold" tag="h2">
          {title}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Badge>{kindNames[kind].one}</Badge>
          <Badge {...stateLooks[state]}>{suggestionStateNames[state]}</Badge>
        </Flex>
        <Typography textColor="neutral600">{`${ente.name}, ${by}, ${onDay(createdOn)}`}</Typography>
        {note !== '' && <Typography>{note}</Typography>}
        {reason !== null && <Typography>{`Risposta del centro: ${reason}`}</Typography>}
        <details>
          <summary>
            <Typography tag="span" textColor="primary600">
              Leggi il testo proposto
            </Typography>
          </summary>
          {Object.entries(texts).map(([locale, byKey]) => (
            <Flex key={locale} direction="column" alignItems="stretch" gap={3} paddingTop={4} lang={locale}>
              {modelFields[kind].flatMap(({ key, label }) =>
                byKey[key] === undefined || byKey[key] === ''
                  ? []
                  : [
                      <Box key={key}>
                        <Typography variant="sigma" tag="h3" textColor="neutral600" lang="it">
                          {locale === 'it' ? label : `${label} (${languageName(locale)})`}
                        </Typography>
                        <RichText>{byKey[key]}</RichText>
                      </Box>,
                    ],
              )}
            </Flex>
          ))}
        </details>
        {answers && <Answer title={title} busy={busy} onAccept={onAccept} onDecline={onDecline} />}
      </Flex>
    </Card>
  )
}

const shortest = 5

const Answer = ({ title, busy, onAccept, onDecline }: Pick<SuggestionCardProps, 'busy' | 'onAccept' | 'onDecline'> & { title: string }) => {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const tooShort = reason.trim().length < shortest
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root {...(asked && tooShort && { error: 'Scrivi in poche parole perché: lo legge chi l’ha proposto.' })}>
        <Field.Label>{`Se non lo accogli, il motivo (per «${title}»)`}</Field.Label>
        <Textarea
          ref={field}
          value={reason}
          maxLength={1000}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button disabled={busy} onClick={onAccept}>
          Fanne un modello
        </Button>
        <Button
          variant="danger-light"
          disabled={busy}
          onClick={() => {
            setAsked(true)
            if (tooShort) field.current?.focus()
            else onDecline(reason.trim())
          }}
        >
          Non accoglierlo
        </Button>
      </Flex>
    </Flex>
  )
}
