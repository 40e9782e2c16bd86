// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system'
import { useParams } from 'react-router-dom'
import { modelFields, type PanelResponse } from '@linea-comune/config'
import { fresh, useReadModelQuery } from '../call'
import type { Person } from '../ente/use-person'
import { documentPath, paths } from '../paths'
import { Loaded } from '../ui/Loaded'
import { Card, PanelPage } from '../ui/PanelPage'
import { RichText } from '../ui/RichText'
import { TextLink } from '../ui/TextLink'
import { fieldLabel, kindNames, languageName, onDay } from '../words'
import { AdoptionOutcome } from './AdoptionOutcome'
import { AdoptOptions } from './AdoptOptions'
import { adoptedBy } from './ModelRow'
import { Standings } from './Standings'
import { useAdopter } from './use-adopter'

type Model = PanelResponse<'readModel'>

/** A model as citizens would read it, what it leaves to the Ente, and how it came to be. */
export const ModelPage = ({ person }: { person: Person }) => {
  const { modelId = '' } = useParams()
  const query = useReadModelQuery({ modelId }, fresh)
  return (
    <PanelPage
      title={query.data?.title ?? 'Modello'}
      subtitle={
        query.data && `${kindNames[query.data.kind].model}, versione ${String(query.data.version)} del ${onDay(query.data.publishedOn)}`
      }
      back={{ to: paths.library, label: 'Raccolta' }}
    >
      <Loaded query={query}>{(model) => <ModelDetail model={model} person={person} />}</Loaded>
    </PanelPage>
  )
}

const ModelDetail = ({ model, person }: { model: Model; person: Person }) => {
  const adopter = useAdopter(person)
  const { kind, mine, categories, adopters, localFields, versions } = model
  const [own] = mine
  return (
    <>
      <AdoptionOutcome adopter={adopter} models={[model]} />
      <Card label="Il tuo Ente e questo modello">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={3} wrap="wrap" alignItems="center">
            <Standings model={model} />
            {own !== undefined && <TextLink to={documentPath('content', kind, own.documentId)}>{`Apri ${kindNames[kind].the}`}</TextLink>}
          </Flex>
          <Typography textColor="neutral600">{adoptedBy(adopters)}</Typography>
          {own === undefined && <AdoptOptions person={person} adopter={adopter} />}
          {own === undefined && adopter.problem === null && (
            <Box>
              <Button size="L" onClick={() => adopter.adopt([model.modelId])} loading={adopter.busy}>
                Adotta questo modello
              </Button>
            </Box>
          )}
          {person.may('writeModels') && (
            <TextLink to={documentPath('model', kind, model.modelId)}>Modifica il modello e pubblica una nuova versione</TextLink>
          )}
        </Flex>
      </Card>
      {localFields.length > 0 && (
        <Card label="Che cosa scrive il tuo Ente">
          <Typography variant="delta" fontWeight="bold" tag="h2">
            Che cosa scrive il tuo Ente
          </Typography>
          <Box tag="ul" paddingTop={3}>
            {localFields.map(({ field, prompt }) => (
              <li key={field}>
                <Typography>
                  <strong>{fieldLabel(kind, field)}</strong>
                  {prompt !== '' && `: ${prompt}`}
                </Typography>
              </li>
            ))}
          </Box>
        </Card>
      )}
      {Object.entries(model.texts).map(([locale, texts]) => (
        <Card key={locale} label={`Testo in ${languageName(locale)}`}>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Flex gap={2} wrap="wrap">
              <Badge>{languageName(locale)}</Badge>
              {categories.map((category) => (
                <Badge key={category}>{category}</Badge>
              ))}
            </Flex>
            {modelFields[kind].flatMap(({ key, label, list }) => {
              const text = texts[key] ?? ''
              return text === ''
                ? []
                : [
                    <section key={key} aria-label={label}>
                      <Typography variant="delta" fontWeight="bold" tag="h2">
                        {label}
                      </Typography>
                      <Box paddingTop={2} lang={locale}>
                        {list ? <Typography>{text.split(' | ').join(', ')}</Typography> : <RichText>{text}</RichText>}
                      </Box>
                    </section>,
                  ]
            })}
          </Flex>
        </Card>
      ))}
      <Card label="Versioni">
        <Typography variant="delta" fontWeight="bold" tag="h2">
          Versioni
        </Typography>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingTop={3} reversed>
          {versions.map(({ version, publishedOn, note }) => (
            <li key={version}>
              <Typography>
                <strong>{`Versione ${String(version)}`}</strong>
                {`, ${onDay(publishedOn)}${note === '' ? '' : `: ${note}`}`}
              </Typography>
            </li>
          ))}
        </Flex>
      </Card>
    </>
  )
}
