// SPDX-License-Identifier: AGPL-3.0-or-later
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { DomainError } from '@linea-comune/config'
import { renderToPipeableStream } from 'react-dom/server'
import { isRouteErrorResponse, ServerRouter, type AppLoadContext, type EntryContext, type HandleErrorFunction } from 'react-router'
import { logError } from '../server/log'
import { NonceContext } from './nonce'
import { paths } from './paths'

/** Pages leave when they are whole: a document has no script that could fill in what comes later. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  { front }: AppLoadContext,
) {
  const nonce = new URL(request.url).pathname.startsWith(paths.desk()) ? front.nonce : undefined
  return new Promise<Response>((resolve, reject) => {
    let failed = false
    const { pipe } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={routerContext} url={request.url} {...(nonce !== undefined && { nonce })} />
      </NonceContext>,
      {
        ...(nonce !== undefined && { nonce }),
        onAllReady() {
          const body = new PassThrough()
          headers.set('content-type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
          pipe(body)
        },
        onShellError: (error) => {
          reject(error instanceof Error ? error : new Error(String(error)))
        },
        onError(error) {
          failed = true
          logError('rendering', error, { trace: true })
        },
      },
    )
  })
}

/** What a person did, or what the world failed at, is answered; only our own mistakes go to the log. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error) || (error instanceof DomainError && error.code !== 'internal')) return
  logError('page', error, { trace: true })
}
