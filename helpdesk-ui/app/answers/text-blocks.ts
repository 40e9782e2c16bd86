// SPDX-License-Identifier: AGPL-3.0-or-later

export type TextBlock = { kind: 'list'; lines: string[] } | { kind: 'paragraph'; line: string }

/** The plain text of an answer as it is laid out: lines that begin with a dash belong to a list. */
export const toTextBlocks = (text: string): TextBlock[] => {
  const blocks: TextBlock[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const item = /^[-•] +(.+)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item === undefined) blocks.push({ kind: 'paragraph', line })
    else if (last?.kind === 'list') last.lines.push(item)
    else blocks.push({ kind: 'list', lines: [item] })
  }
  return blocks
}

/** The same in a few lines of a card, where a list would take too much room. */
export const toSnippet = (text: string): string => text.replace(/^- +/gm, '• ')
