// SPDX-License-Identifier: AGPL-3.0-or-later

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0066cc"/><path d="M9 7v14a4 4 0 0 0 4 4h10" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/><circle cx="23" cy="11" r="4" fill="#fff"/></svg>`

/** Ours instead of the vendor's, without a request for it. */
export const logo = `data:image/svg+xml,${encodeURIComponent(drawing)}`
