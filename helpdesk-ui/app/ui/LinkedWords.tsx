// SPDX-License-Identifier: AGPL-3.0-or-later

const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/

/** Plain text as it was written, with its web and e-mail addresses to be followed. */
export const LinkedWords = ({ text, newTab = false }: { text: string; newTab?: boolean }) =>
  text.split(address).map((part, position) =>
    position % 2 === 1 ? (
      <a
        key={`${String(position)} ${part}`}
        href={part.includes('://') ? part : `mailto:${part}`}
        rel="noreferrer"
        target={newTab ? '_blank' : undefined}
        className="lc-break"
      >
        {part}
      </a>
    ) : (
      part
    ),
  )
