// SPDX-License-Identifier: AGPL-3.0-or-later

/** Messages to one receiver about one ticket leave in order; different streams never wait for each other. */
export const citizenStream = (number: string): string => `${number}:citizen`
export const enteStream = (number: string, enteCode: string): string => `${number}:${enteCode}`
