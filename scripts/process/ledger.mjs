/** Times the parts of a run, prints each as it ends, and sums what passed and failed. */
import { performance } from 'node:perf_hooks'

const seconds = (value) => `${value.toFixed(1)} s`.padStart(8)
/** The last lines say why a part failed; compilers put the cause at the end or say it once for each file. */
const tail = (output, lines = 120) => output.trimEnd().split('\n').slice(-lines).join('\n')

export const openLedger = () => {
  const began = performance.now()
  const parts = []
  /**
   * @param {string} name
   * @param {() => Promise<{ ok: boolean, output?: string, passed?: number, failed?: number }>} work
   */
  const part = async (name, work) => {
    const start = performance.now()
    const result = await Promise.resolve()
      .then(work)
      .catch((error) => ({ ok: false, output: String(error?.stack ?? error) }))
    const row = { name, seconds: (performance.now() - start) / 1000, passed: 0, failed: 0, ...result }
    parts.push(row)
    const counts = row.passed + row.failed > 0 ? `  ${row.passed} passed, ${row.failed} failed` : ''
    process.stdout.write(`${row.ok ? '✓' : '✗'} ${name.padEnd(26)}${seconds(row.seconds)}${counts}\n`)
    if (!row.ok && row.output) process.stdout.write(`\n${tail(row.output)}\n\n`)
    return row.ok
  }
  /** Prints the table and the closing line; a failed part that counts no tests counts as one failure. */
  const close = () => {
    process.stdout.write('\nSeconds for each part (parts of the two lanes overlap)\n')
    for (const row of parts)
      process.stdout.write(`  ${row.name.padEnd(26)}${seconds(row.seconds)}${row.ok ? '' : '  failed'}\n`)
    process.stdout.write(`  ${'in all'.padEnd(26)}${seconds((performance.now() - began) / 1000)}\n\n`)
    const passed = parts.reduce((sum, row) => sum + row.passed, 0)
    const failed = parts.reduce((sum, row) => sum + (row.ok ? 0 : Math.max(1, row.failed)), 0)
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
    return failed === 0
  }
  return { part, close }
}
