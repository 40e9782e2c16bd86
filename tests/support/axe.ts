// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/**
 * What is wrong with a page as it stands, by the standards, or by every rule that axe knows. The page's context must bypass the
 * policy: axe is put into it as a script.
 */
export const examineWithAxe = async (page: Page, rules: 'standards' | 'all' = 'standards'): Promise<string[]> => {
  await page.addScriptTag({ content: axe })
  const options: RunOptions = rules === 'all' ? {} : { runOnly: standards }
  const { passes, violations } = await page.evaluate(
    (how) => (window as unknown as { axe: { run: (where: Document, how: RunOptions) => Promise<AxeResults> } }).axe.run(document, how),
    options,
  )
  // An examination that looked at nothing finds nothing.
  if (passes.length <= 10) throw new Error(`axe saw nothing of ${page.url()}`)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n')}`,
  )
}
