// SPDX-License-Identifier: AGPL-3.0-or-later
export default {
  rest: { defaultLimit: 25, maxLimit: 100, strictParams: true },
  documents: { strictParams: true, strictRelations: true },
}
