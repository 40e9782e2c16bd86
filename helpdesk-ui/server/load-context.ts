// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InternalCallName, InternalRequest, InternalResponse } from '@linea-comune/config'
import type { EnteDirectory } from './ente-directory.js'
import type { Knowledge } from './knowledge.js'
import type { LimitName } from './limits.js'
import type { QuestionLog } from './question-log.js'

/** What a page's loader or action may reach: the doors, already speaking for the request at hand. */
export interface FrontOffice {
  enti: EnteDirectory
  knowledge: Knowledge
  questions: Pick<QuestionLog, 'add'>
  cms<N extends InternalCallName>(name: N, input: InternalRequest<N>, session?: string): Promise<InternalResponse<N>>
  /** Counts one use; seconds to wait when there were too many. */
  limit(name: LimitName): Promise<number | null>
  publicUrl: string
  backofficeUrl: string
  /** Whether cookies may be marked Secure. */
  secure: boolean
  /** For the desk's scripts. */
  nonce: string
}

declare module 'react-router' {
  interface AppLoadContext {
    front: FrontOffice
  }
}
