// SPDX-License-Identifier: AGPL-3.0-or-later

const address = /(https?:\/\/[^\s<>"']+)/

/** Plain text as it was written, with its web addresses to be followed. */
export const LinkedText = ({ text }: { text: string }) => (
  <p className="lc-message-text">
    {text.split(address).map((part, position) =>
      position % 2 === 1 ? (
        <a key={`${String(position)} ${part}`} href={part} rel="noreferrer" target="_blank" className="lc-break">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
)
