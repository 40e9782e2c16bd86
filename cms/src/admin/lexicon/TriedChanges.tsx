// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge, Box, Button, Flex, Modal, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { PanelResponse } from '@linea-comune/config'
import { count } from '../words'

type Tried = PanelResponse<'tryLexiconEntry'>
type Change = Tried['changes'][number]

const groups: Record<Change['change'], { title: string; colours: { backgroundColor: string; textColor: string } }> = {
  lost: { title: 'Risposte perse o meno sicure', colours: { backgroundColor: 'danger100', textColor: 'danger700' } },
  gained: { title: 'Risposte nuove o più sicure', colours: { backgroundColor: 'success100', textColor: 'success700' } },
  other: { title: 'Un’altra pagina per prima', colours: { backgroundColor: 'primary100', textColor: 'primary700' } },
}
const order = Object.keys(groups) as Change['change'][]

const Rows = styled.ul`
  display: grid;
  gap: 1.2rem;
`

const Row = styled.li`
  padding: 1.2rem 1.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
`

/** Before and after side by side, or one under the other where there is no room. */
const Sides = styled.dl`
  display: grid;
  gap: 0.8rem 2.4rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
  margin: 0.8rem 0 0;
`

/** What citizens would be answered, before and after, what they would lose first. */
export const TriedChanges = ({ tried: { total, tried, known, changes }, onClose }: { tried: Tried; onClose: () => void }) => (
  <Modal.Root open onOpenChange={(open: boolean) => (open ? undefined : onClose())}>
    <Modal.Content aria-describedby={undefined}>
      <Box paddingLeft={7} paddingRight={7} paddingTop={6}>
        <Modal.Title variant="beta">{titleOf(total)}</Modal.Title>
      </Box>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Typography textColor="neutral600">
            {`Abbiamo provato ${count(tried, 'domanda', 'domande')}: le tue espressioni, da sole e con «dov’è», «come faccio» e «quanto costa», le domande ricevute di recente e quelle frequenti già pubblicate.`}
          </Typography>
          {!known && (
            <Box background="warning100" padding={4} hasRadius>
              <Typography textColor="neutral800">
                Nessuna pagina usa le parole che hai scritto in «E vogliono dire». Scrivile come stanno nel titolo della scheda che
                risponde.
              </Typography>
            </Box>
          )}
          {order.map((change) => (
            <Group key={change} change={change} changes={changes.filter((one) => one.change === change)} />
          ))}
          {total > changes.length && <Typography textColor="neutral600">{`Queste sono le prime ${String(changes.length)}.`}</Typography>}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Typography variant="pi" textColor="neutral600">
          Niente è stato salvato.
        </Typography>
        <Button type="button" onClick={onClose}>
          Chiudi
        </Button>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
)

const titleOf = (total: number): string =>
  total === 0
    ? 'Con queste parole non cambierebbe nessuna risposta'
    : `Con queste parole ${total === 1 ? 'cambierebbe' : 'cambierebbero'} ${count(total, 'risposta', 'risposte')}`

const Group = ({ change, changes }: { change: Change['change']; changes: readonly Change[] }) => {
  if (changes.length === 0) return null
  const { title, colours } = groups[change]
  return (
    <section>
      <Flex gap={2} paddingBottom={3}>
        <Typography variant="delta" tag="h3">
          {title}
        </Typography>
        <Badge {...colours}>{changes.length}</Badge>
      </Flex>
      <Rows>
        {changes.map(({ question, before, after }) => (
          <Row key={question}>
            <Typography fontWeight="bold" tag="p">{`«${question}»`}</Typography>
            <Sides>
              <Side name="Adesso" answer={before} />
              <Side name="Con queste parole" answer={after} />
            </Sides>
          </Row>
        ))}
      </Rows>
    </section>
  )
}

const Side = ({ name, answer: { outcome, title } }: { name: string; answer: Change['before'] }) => (
  <div>
    <Typography variant="pi" textColor="neutral600" tag="dt">
      {name}
    </Typography>
    <Typography textColor={outcome === 'none' ? 'neutral600' : 'neutral800'} tag="dd">
      {outcome === 'none' ? 'Nessuna risposta' : outcome === 'answer' ? title : `Una scelta, per prima «${title ?? ''}»`}
    </Typography>
  </div>
)
