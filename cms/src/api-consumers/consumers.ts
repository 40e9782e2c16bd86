// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { apiKeyPrefix, type ApiConsumer } from '@linea-comune/config'
import { hashOf } from '../identity/keys'
import { table, type ApiConsumerRow, type Stored } from '../rows'

/** What the front office needs to recognise the holders of keys: no name and no address. */
export const listConsumers = async (strapi: Core.Strapi): Promise<ApiConsumer[]> =>
  (await table(strapi, 'api-consumer').findMany({ where: { active: true }, orderBy: { id: 'asc' } })).map(({ id, keyHash, perMinute }) => ({
    id: String(id),
    keyHash,
    perMinute,
  }))

/** 256 bits that nobody can guess, told once. */
export const addConsumer = async (
  strapi: Core.Strapi,
  consumer: Pick<ApiConsumerRow, 'name' | 'email' | 'perMinute'>,
): Promise<{ id: number; key: string }> => {
  const key = apiKeyPrefix + randomBytes(32).toString('base64url')
  const { id } = await table(strapi, 'api-consumer').create({ data: { ...consumer, keyHash: hashOf(key), active: true } })
  return { id, key }
}

export const everyConsumer = (strapi: Core.Strapi): Promise<Stored<ApiConsumerRow>[]> =>
  table(strapi, 'api-consumer').findMany({ orderBy: { id: 'asc' } })

/** The row stays, so that a list still says who had a key. False when there is no such consumer with a key in force. */
export const revokeConsumer = async (strapi: Core.Strapi, id: number): Promise<boolean> =>
  (await table(strapi, 'api-consumer').updateMany({ where: { id, active: true }, data: { active: false } })).count === 1
