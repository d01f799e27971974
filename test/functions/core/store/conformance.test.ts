/** Every engine keeps every sentence of docs/store.md; and every one of these tests can fail. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { broken, brokenNames } from '../../../harness/store/broken'
import { onEveryEngine } from '../../../harness/store/engines'
import { sqlite } from '../../../harness/store/engines/sqlite'
import type { Subject } from '../../../harness/store/subject'
import { cases } from './cases'

const closing = async (subject: Subject, run: (subject: Subject) => Promise<void>): Promise<void> => {
  try {
    await run(subject)
  } finally {
    await subject.close()
  }
}

onEveryEngine('the store’s contract', (engine) => {
  test.each(cases)('$sentence', async ({ run }) =>
    closing(await engine.open(), (subject) => run(subject, engine)),
  )
})

describe('the suite finds every broken engine', () => {
  const pairs = cases.flatMap((one) => one.caughtBy.map((name) => ({ ...one, name })))

  test.each(pairs)('$name: $sentence', async ({ run, name }) => {
    const subject = await sqlite.open()
    await closing(subject, async () => {
      const outcome = await run(broken(name, subject), sqlite).then(
        () => 'passed, though the engine is broken',
        () => 'failed',
      )
      expect(outcome).toBe('failed')
    })
  })

  test('docs/store.md lists every sentence with the engines that it finds', () => {
    const page = readFileSync(join(__dirname, '../../../../docs/store.md'), 'utf8')
    const rows = cases.map(({ sentence, caughtBy }) => `| ${sentence} | ${caughtBy.join(', ')} |`)
    expect(rows.filter((row) => !page.includes(row))).toEqual([])
  })

  test('every broken engine is caught by at least one sentence', () => {
    expect([...new Set(pairs.map((pair) => pair.name))].sort()).toEqual([...brokenNames].sort())
  })
})
