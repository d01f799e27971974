/** What the project's lint says about snippets that stand at given paths. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'

export interface Snippet {
  readonly file: string
  readonly code: string
}
export interface Complaint {
  readonly rule: string | null
  readonly message: string
}

const root = path.resolve(__dirname, '..', '..', '..')

/** One answer a snippet, in order. ESLint's configuration is an ES module, so it runs in a process of its own. */
export const lint = (snippets: readonly Snippet[]): Complaint[][] => {
  const output = execFileSync(process.execPath, [path.join(__dirname, 'child.mjs')], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  })
  return JSON.parse(output) as Complaint[][]
}
