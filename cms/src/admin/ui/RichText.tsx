// SPDX-License-Identifier: AGPL-3.0-or-later
import MarkdownIt from 'markdown-it'
import { styled } from 'styled-components'

/** Raw HTML is off: what comes out holds no markup but that of Markdown. */
const markdown = new MarkdownIt({ html: false, linkify: false })

const Text = styled.div`
  font-size: 1.4rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;
  & > * + * {
    margin-top: 0.8rem;
  }
  ul,
  ol {
    padding-left: 2rem;
  }
  ul {
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  strong {
    font-weight: 600;
  }
`

/** A text of a model as citizens read it. */
export const RichText = ({ children }: { children: string }) => <Text dangerouslySetInnerHTML={{ __html: markdown.render(children) }} />
