// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/content-manager/strapi-admin'
import { Box, Button, Flex, Modal, Radio, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { listed } from '../words'
import { merge, resolve, type Choice, type FormValues, type Versions } from './merge'

interface BothTextsProps {
  model: string
  versions: Versions
  /** Empty when the other person has left. */
  by: string
  at: string
  /** With the fields that go back into the form; nothing is saved yet. */
  onDecided: (decided: FormValues) => void
}

const Text = styled.div`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  max-height: 24rem;
  overflow-y: auto;
  padding: 1.2rem;
  font-size: 1.4rem;
  line-height: 1.5;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral100};
  border-radius: ${({ theme }) => theme.borderRadius};
`

const Field = styled.fieldset`
  border: 0;
  margin: 0;
  padding: 0;
`

const Sides = styled.div`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
`

const hour = new Intl.DateTimeFormat('it', { timeStyle: 'short', timeZone: 'Europe/Rome' })
const textTypes = new Set(['richtext', 'text'])

export const BothTexts = ({ model, versions, by, at, onDecided }: BothTextsProps) => {
  const { edit } = useDocumentLayout(model)
  const fields = edit.layout.flat(2)
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  const labelsOf = (names: readonly string[]): string => listed(names.map((name) => `«${labels.get(name) ?? name}»`))
  const found = merge([...labels.keys()], versions)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [asked, setAsked] = useState(false)
  const undecided = found.both.filter((field) => choices[field] === undefined)
  const who = by === '' ? 'Un’altra persona' : by

  return (
    <Modal.Root open>
      <Modal.Content onEscapeKeyDown={stay} onInteractOutside={stay} aria-describedby={undefined}>
        <Box paddingLeft={7} paddingRight={7} paddingTop={6}>
          <Modal.Title variant="beta">Avete scritto in due</Modal.Title>
        </Box>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography>
              {`${who} ha salvato questa pagina alle ${hour.format(new Date(at))}, mentre la scrivevi. Il tuo testo è ancora qui.`}
            </Typography>
            {found.theirs.length > 0 && <Typography>{`Ha cambiato ${labelsOf(found.theirs)}: lo trovi già nella pagina.`}</Typography>}
            {found.mine.length > 0 && <Typography>{`Le tue modifiche a ${labelsOf(found.mine)} restano.`}</Typography>}
            {found.both.map((field) => (
              <Field key={field}>
                <Flex direction="column" alignItems="stretch" gap={3}>
                  <Typography tag="legend" variant="delta" fontWeight="bold">
                    {labels.get(field) ?? field}
                  </Typography>
                  <Sides>
                    <Side title="Il tuo testo">{versions.mine[field]}</Side>
                    <Side title={by === '' ? 'Il suo testo' : `Il testo di ${by}`}>{versions.theirs[field]}</Side>
                  </Sides>
                  <Radio.Group
                    aria-label={`Quale testo tieni per «${labels.get(field) ?? field}»?`}
                    value={choices[field] ?? ''}
                    onValueChange={(choice: string) => setChoices({ ...choices, [field]: choice as Choice })}
                  >
                    <Radio.Item value="mine">Tengo il mio</Radio.Item>
                    <Radio.Item value="theirs">Tengo il suo</Radio.Item>
                    {fields.some(({ name, type }) => name === field && textTypes.has(type)) && (
                      <Radio.Item value="together">Li metto uno sotto l’altro, poi li unisco io</Radio.Item>
                    )}
                  </Radio.Group>
                  {asked && undecided.includes(field) && (
                    <Typography role="alert" textColor="danger600">
                      Scegli quale testo tenere.
                    </Typography>
                  )}
                </Flex>
              </Field>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Typography variant="pi" textColor="neutral600">
            Niente è ancora salvato: controlla la pagina, poi salva.
          </Typography>
          <Button
            type="button"
            onClick={() => {
              setAsked(true)
              if (undecided.length === 0) onDecided(resolve(found, versions, choices))
            }}
          >
            Continua a scrivere
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}

/** Leaving without a decision would leave one of the two texts behind. */
const stay = (event: Event): void => event.preventDefault()

const Side = ({ title, children }: { title: string; children: unknown }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography variant="sigma" tag="h3" textColor="neutral600">
      {title}
    </Typography>
    <Text tabIndex={0}>{asText(children)}</Text>
  </Flex>
)

const asText = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'Vuoto'
  if (typeof value === 'boolean') return value ? 'Sì' : 'No'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1)
}
