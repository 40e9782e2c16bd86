// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The engine is never to make a vector of a document by itself, since each comes with one or with none: while the service is away such a
 * write holds up every other for minutes. Were one left without, this is short.
 */
export const template = { documentTemplate: '{{doc.id}}' }
