// SPDX-License-Identifier: AGPL-3.0-or-later
import { Typography, VisuallyHidden } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { Piece } from './mark-words'

const Text = styled.div`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: 1.4rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.neutral800};
  ins {
    background: ${({ theme }) => theme.colors.success100};
    text-decoration: underline 2px;
    text-underline-offset: 0.2em;
    font-weight: 600;
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
    text-decoration: line-through;
  }
`

/** A text with the words that come or go: by underline and strike besides colour, and said to those who listen. */
export const MarkedText = ({ pieces, lang }: { pieces: readonly Piece[]; lang: string }) =>
  pieces.every(({ text }) => text === '') ? (
    <Typography textColor="neutral600">Qui non c’è testo.</Typography>
  ) : (
    <Text lang={lang}>
      {pieces.map(({ text, change }, index) => (
        <Marked key={index} text={text} change={change} />
      ))}
    </Text>
  )

const Marked = ({ text, change }: Piece) => {
  if (change === 'same') return text
  const Element = change === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <VisuallyHidden tag="span" lang="it">
        {change === 'added' ? ' (aggiunto:) ' : ' (tolto:) '}
      </VisuallyHidden>
      {text}
      <VisuallyHidden tag="span" lang="it">
        {change === 'added' ? ' (fine aggiunta) ' : ' (fine parte tolta) '}
      </VisuallyHidden>
    </Element>
  )
}
