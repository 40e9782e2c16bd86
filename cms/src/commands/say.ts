// SPDX-License-Identifier: AGPL-3.0-or-later

/** A line for the person at the terminal. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)
