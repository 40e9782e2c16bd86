// SPDX-License-Identifier: AGPL-3.0-or-later

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** One line for what the world failed at; the whole trace for a mistake of ours. */
export const logError = (what: string, error: unknown, { trace = false } = {}): void => {
  const told = error instanceof Error ? ((trace ? error.stack : undefined) ?? error.message) : String(error)
  process.stderr.write(`front office: ${what}: ${told}\n`)
}
