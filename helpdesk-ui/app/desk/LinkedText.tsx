// SPDX-License-Identifier: AGPL-3.0-or-later
import { LinkedWords } from '../ui/LinkedWords'

/** The text of a message, its addresses opened beside the desk. */
export const LinkedText = ({ text }: { text: string }) => (
  <p className="lc-message-text">
    <LinkedWords text={text} newTab />
  </p>
)
