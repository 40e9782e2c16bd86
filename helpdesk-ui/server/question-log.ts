// SPDX-License-Identifier: AGPL-3.0-or-later
import { DomainError, mostQuestionEvents, questionEvent, type QuestionEvent } from '@linea-comune/config'

/** Keeps what happened to questions until the back office has it. */
export interface QuestionLog {
  add: (event: QuestionEvent) => void
  /** Sends what is left. */
  close: () => Promise<void>
}

export interface QuestionLogOptions {
  /** Throws when the back office could not be told; the same events then come again. */
  send: (events: QuestionEvent[]) => Promise<unknown>
  onError: (error: unknown) => void
  everyMs?: number
  /** What is kept while the back office is away. Beyond it the oldest go: citizens are answered first, counted second. */
  most?: number
}

const isByContract = (event: QuestionEvent): boolean => questionEvent.safeParse(event).success

/** Answering waits for no record: they go out in batches, soon after. */
export const createQuestionLog = ({ send, onError, everyMs = 2000, most = 20_000 }: QuestionLogOptions): QuestionLog => {
  let waiting: QuestionEvent[] = []
  let sending: Promise<boolean> | null = null
  let timer: NodeJS.Timeout | null = null

  const sendAll = async (): Promise<boolean> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostQuestionEvents)
      let done = batch
      try {
        await send(batch)
      } catch (error) {
        onError(error)
        // Refused is not away: the same batch would be refused for ever, and hold up all that comes after it.
        if (!(error instanceof DomainError) || error.code === 'unavailable') return false
        const faulty = batch.filter((event) => !isByContract(event))
        // Without those it comes once more; where none is to blame, all of it is given up.
        if (faulty.length > 0) done = faulty
      }
      const gone = new Set(done)
      waiting = waiting.filter((event) => !gone.has(event))
    }
    return true
  }
  const flush = (): Promise<boolean> =>
    (sending ??= sendAll().finally(() => {
      sending = null
    }))
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      void flush().then(() => {
        if (waiting.length > 0) later()
      })
    }, everyMs)
    timer.unref()
  }

  return {
    add: (event) => {
      // Ids and addresses come from anybody: what the back office would refuse never waits. What was asked is made here, and looked at
      // only when it is refused: with every question it would cost a tenth of the answer.
      if (event.kind !== 'asked' && !isByContract(event)) return
      // What was asked counts for more than what was looked at.
      if (event.kind === 'opened' && waiting.length >= most / 2) return
      waiting.push(event)
      if (waiting.length > most + mostQuestionEvents) waiting = waiting.slice(-most)
      later()
    },
    close: async () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      // A batch under way holds only what was there when it left.
      if (await flush()) await flush()
    },
  }
}
