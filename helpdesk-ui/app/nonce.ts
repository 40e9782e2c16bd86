// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, use } from 'react'

/** Known while rendering on the server only: browsers hide it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = (): string | undefined => use(NonceContext)
