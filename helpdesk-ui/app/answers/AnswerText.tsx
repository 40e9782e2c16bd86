// SPDX-License-Identifier: AGPL-3.0-or-later
import { LinkedWords } from '../ui/LinkedWords'
import { toTextBlocks } from './text-blocks'

/** An answer arrives as plain text and is shown as text: the only markup here is ours. */
export const AnswerText = ({ text }: { text: string }) => (
  <div className="lc-answer-text">
    {toTextBlocks(text).map((block, position) =>
      block.kind === 'list' ? (
        <ul key={position}>
          {block.lines.map((line, at) => (
            <li key={at}>
              <LinkedWords text={line} />
            </li>
          ))}
        </ul>
      ) : (
        <p key={position}>
          <LinkedWords text={block.line} />
        </p>
      ),
    )}
  </div>
)
