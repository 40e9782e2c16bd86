// SPDX-License-Identifier: AGPL-3.0-or-later
export default {
  upload: { config: { sizeLimit: 10 * 1024 * 1024 } },
}
