// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the content manager tells a panel beside its edit view, as far as we read it. */
export interface EditView {
  /** uid of the content type. */
  model: string
  /** Undefined while a document is being created. */
  documentId?: string
  document?: { status?: string; locale?: string | null; completeness?: string | null; missing?: string | null }
  /** Other versions that exist: a draft knows of its published one by this. */
  meta?: { availableStatus?: unknown[] }
}
