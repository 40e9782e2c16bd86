// SPDX-License-Identifier: AGPL-3.0-or-later

const number = /(LC-\d{4}-\d{6}-\d)/

/** A text whose ticket numbers are never broken over two lines. */
export const TicketNumbers = ({ text }: { text: string }) =>
  text.split(number).map((part, position) =>
    position % 2 === 1 ? (
      <span key={`${String(position)} ${part}`} className="lc-number">
        {part}
      </span>
    ) : (
      part
    ),
  )
