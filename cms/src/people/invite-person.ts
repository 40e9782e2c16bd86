// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { canHoldTogether, roleOfCode, roles, type PanelInput, type PanelResponse } from '@linea-comune/config'
import { personInvited } from '../delivery/emails/person-invited'
import { queueDeliveries } from '../delivery/queue-deliveries'
import { settings } from '../settings'

interface StoredUser {
  id: number
  email: string
  firstname: string | null
  registrationToken: string | null
  isActive: boolean
  roles: { id: number; code: string }[]
}

/** One form and one mail: the account, its role, the Ente, and a link to choose a password. */
export const invitePerson = async (strapi: Core.Strapi, input: PanelInput<'invitePerson'>): Promise<PanelResponse<'invitePerson'>> =>
  strapi.db.transaction(async () => {
    const email = input.email.trim().toLowerCase()
    const ente = (await strapi.db.query('api::ente.ente').findOne({ where: { code: input.ente } })) as { id: number; name: string } | null
    if (ente === null) throw new errors.NotFoundError('Questo Ente non c’è.')
    const role = (await strapi.db.query('admin::role').findOne({ where: { code: roles[input.role].code } })) as { id: number } | null
    if (role === null) throw new errors.NotFoundError('Questo ruolo non c’è.')
    const find = async (): Promise<StoredUser | null> =>
      (await strapi.db.query('admin::user').findOne({ where: { email: { $eqi: email } }, populate: ['roles'] })) as StoredUser | null

    const known = await find()
    if (known === null) await createUser(strapi, { ...input, email, roleId: role.id })
    else await giveRole(strapi, known, ente.id, role.id, input.role)
    const user = known ?? (await find())
    if (user === null) throw new errors.ApplicationError('L’account non è stato creato.')
    await strapi.db.query('api::ente.ente').update({ where: { id: ente.id }, data: { members: { connect: [{ id: user.id }] } } })

    const { backofficeUrl } = settings().env
    const waits = !user.isActive && user.registrationToken !== null
    const id = randomUUID()
    await queueDeliveries(strapi, { eventId: id, ticketNumber: '', at: new Date().toISOString() }, [
      {
        channel: 'email',
        event: 'account.mail',
        stream: `account:${id}`,
        email: personInvited({
          to: { name: user.firstname ?? '', address: email },
          enteName: ente.name,
          roleName: roles[input.role].name,
          link: waits ? `${backofficeUrl}/admin/auth/register?registrationToken=${user.registrationToken ?? ''}` : null,
          panel: `${backofficeUrl}/admin`,
        }),
      },
    ])
    return { outcome: known === null ? ('invited' as const) : ('joined' as const), email }
  })

interface UserService {
  create(user: { email: string; firstname: string; lastname: string; isActive: boolean; roles: number[] }): Promise<unknown>
}

const createUser = async (
  strapi: Core.Strapi,
  { email, firstname, lastname, roleId }: { email: string; firstname: string; lastname: string; roleId: number },
): Promise<void> => {
  const users = strapi.service('admin::user') as unknown as UserService
  await users.create({ email, firstname, lastname, isActive: false, roles: [roleId] })
}

/** A person may belong to several Enti, with one set of roles for all of them: what one Ente gives must not open another. */
const giveRole = async (
  strapi: Core.Strapi,
  user: StoredUser,
  enteId: number,
  roleId: number,
  role: PanelInput<'invitePerson'>['role'],
): Promise<void> => {
  const elsewhere = await strapi.db.query('api::ente.ente').count({ where: { members: { id: user.id }, id: { $ne: enteId } } })
  const held = user.roles.map(({ code }) => roleOfCode(code))
  if (elsewhere > 0 && held.some((other) => other !== role))
    throw new errors.ValidationError(
      `Questa persona lavora già per un altro Ente con un altro ruolo, e un ruolo vale in tutti gli Enti di una persona. Invitala con lo stesso ruolo, o con un’altra e-mail.`,
    )
  if (user.roles.some(({ id }) => id === roleId)) return
  if (!canHoldTogether([...held, role]))
    throw new errors.ValidationError(
      'Questa persona ha un ruolo del centro: per lavorare in un Ente le serve un altro account, con un’altra e-mail.',
    )
  const ids = [...user.roles.map(({ id }) => id), roleId]
  await strapi.db.query('admin::user').update({ where: { id: user.id }, data: { roles: ids } })
}
