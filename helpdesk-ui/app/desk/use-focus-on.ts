// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react'

/** Takes whoever works by keyboard or screen reader to what just happened. Nothing to tell leaves the focus where it is. */
export const useFocusOn = (id: string, news: unknown): void => {
  useEffect(() => {
    if (news !== undefined) document.getElementById(id)?.focus()
  }, [id, news])
}
