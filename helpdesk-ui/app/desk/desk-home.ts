// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from 'react-router'
import { paths } from '../paths'

export const loader = () => redirect(paths.deskTickets())
