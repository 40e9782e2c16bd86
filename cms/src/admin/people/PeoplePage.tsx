// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Button, Field, Flex, Grid, Radio, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { enteRoles, roles, type PanelRequest } from '@linea-comune/config'
import { sentenceOf, useInvitePersonMutation, useListInvitingEntiQuery } from '../call'
import { Loaded } from '../ui/Loaded'
import { Message } from '../ui/Message'
import { Card, PanelPage } from '../ui/PanelPage'
import { SelectField } from '../ui/SelectField'
import { roleSentence } from './role-words'

type Invitation = PanelRequest<'invitePerson'>
type Texts = Omit<Invitation, 'role'>

const nobody: Texts = { ente: '', firstname: '', lastname: '', email: '' }

const faults: Record<keyof Texts, { wrong: (text: string) => boolean; says: string }> = {
  ente: { wrong: (text) => text === '', says: 'Scegli l’Ente.' },
  firstname: { wrong: (text) => text.trim() === '', says: 'Scrivi il nome.' },
  lastname: { wrong: (text) => text.trim() === '', says: 'Scrivi il cognome.' },
  email: { wrong: (text) => !/^\S+@\S+\.\S+$/.test(text.trim()), says: 'Scrivi un indirizzo e-mail completo, come nome@comune.example.' },
}
const fields = Object.keys(faults) as (keyof Texts)[]

/** The dot beside the first line of what it stands for. */
const Roles = styled(Radio.Group)`
  & > div {
    align-items: flex-start;
  }
`

/** Inviting a person to an Ente: one form, one mail. */
export const PeoplePage = () => {
  const enti = useListInvitingEntiQuery({})
  return (
    <PanelPage
      title="Persone"
      subtitle="Invita una persona a lavorare per un Ente: riceve una sola e-mail, con un collegamento per scegliere la password"
    >
      <Loaded query={enti}>{(all) => <InviteForm enti={all} />}</Loaded>
    </PanelPage>
  )
}

const InviteForm = ({ enti }: { enti: readonly { code: string; name: string }[] }) => {
  const [texts, setTexts] = useState(nobody)
  const [role, setRole] = useState<Invitation['role']>('editor')
  const [asked, setAsked] = useState(false)
  const [sent, setSent] = useState<{ title: string; detail: string } | null>(null)
  const [invite, { error, isLoading }] = useInvitePersonMutation()
  const change = (changes: Partial<Texts>): void => setTexts((before) => ({ ...before, ...changes }))
  const faultOf = (field: keyof Texts): { error?: string } =>
    asked && faults[field].wrong(texts[field]) ? { error: faults[field].says } : {}

  const send = async (): Promise<void> => {
    setAsked(true)
    setSent(null)
    const wrong = fields.find((field) => faults[field].wrong(texts[field]))
    if (wrong !== undefined) {
      document.getElementsByName(wrong)[0]?.focus()
      return
    }
    const answer = await invite({ ...texts, email: texts.email.trim(), role })
    if (!('data' in answer)) return
    const { data } = answer
    const ente = enti.find(({ code }) => code === texts.ente)?.name ?? ''
    setSent(
      data.outcome === 'invited'
        ? {
            title: `Invito inviato a ${data.email}`,
            detail: `L’e-mail spiega che lavorerà per ${ente} e contiene il collegamento per scegliere la password.`,
          }
        : {
            title: `${data.email} ora lavora anche per ${ente}`,
            detail: 'Aveva già un account: l’e-mail lo dice e non contiene collegamenti. Entra con la password di sempre.',
          },
    )
    setTexts({ ...nobody, ente: texts.ente })
    setAsked(false)
  }

  return (
    <>
      {sent !== null && (
        <Message kind="success" title={sent.title}>
          <Typography>{sent.detail}</Typography>
        </Message>
      )}
      {error !== undefined && sent === null && <Message kind="danger" title={sentenceOf(error)} />}
      <Card label="Invito">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Flex direction="column" alignItems="stretch" gap={5}>
            <SelectField
              label="Ente"
              name="ente"
              required
              value={texts.ente}
              onChange={(ente) => change({ ente })}
              options={[{ value: '', label: 'Scegli un Ente' }, ...enti.map(({ code, name }) => ({ value: code, label: name }))]}
              {...faultOf('ente')}
            />
            <Grid.Root gap={4}>
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root name="firstname" required {...faultOf('firstname')}>
                  <Field.Label>Nome</Field.Label>
                  <Field.Input
                    value={texts.firstname}
                    maxLength={60}
                    autoComplete="off"
                    onChange={(event) => change({ firstname: event.target.value })}
                  />
                  <Field.Error />
                </Field.Root>
              </Grid.Item>
              <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                <Field.Root name="lastname" required {...faultOf('lastname')}>
                  <Field.Label>Cognome</Field.Label>
                  <Field.Input
                    value={texts.lastname}
                    maxLength={60}
                    autoComplete="off"
                    onChange={(event) => change({ lastname: event.target.value })}
                  />
                  <Field.Error />
                </Field.Root>
              </Grid.Item>
            </Grid.Root>
            <Field.Root name="email" required {...faultOf('email')}>
              <Field.Label>E-mail di lavoro</Field.Label>
              <Field.Input
                type="email"
                value={texts.email}
                maxLength={254}
                autoComplete="off"
                onChange={(event) => change({ email: event.target.value })}
              />
              <Field.Error />
            </Field.Root>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography id="role" variant="pi" fontWeight="bold">
                Che cosa farà
              </Typography>
              <Roles value={role} onValueChange={(value) => setRole(value as Invitation['role'])} aria-labelledby="role">
                {enteRoles.map((name) => (
                  <Radio.Item key={name} value={name}>
                    <strong>{roles[name].name}</strong>
                    {`. ${roleSentence(name)}`}
                  </Radio.Item>
                ))}
              </Roles>
            </Flex>
            <Flex>
              <Button type="submit" size="L" loading={isLoading}>
                Invia l’invito
              </Button>
            </Flex>
          </Flex>
        </form>
      </Card>
    </>
  )
}
