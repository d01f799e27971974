/**
 * `npm run check [base]`: types, lint with the dependency rules, the format, and the tests that what changed can reach,
 * the largest left out.
 */
import { execFileSync } from 'node:child_process'
import { bins, root, run } from './process/command.mjs'
import { changedSince, innerLoop } from './process/inner-loop.mjs'
import { runJest } from './process/jest.mjs'
import { openLedger } from './process/ledger.mjs'
import { setUp } from './setup.mjs'

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
const firstThatIs = (names) =>
  names.find((name) => {
    try {
      return git('rev-parse', '--verify', '--quiet', name)
    } catch {
      return false
    }
  })

/** What changed is counted from the point where this branch left the shared one; else from the last commit. */
const baseOf = (asked) => {
  if (asked) return asked
  const shared = firstThatIs(['origin/main', 'HEAD~1', 'HEAD'])
  return shared === 'origin/main' ? git('merge-base', 'HEAD', shared) : (shared ?? 'HEAD')
}

await setUp()
const { part, close } = openLedger()
const lint = () =>
  run([bins.eslint, '.', '--cache', '--cache-location', '.cache/eslint', '--max-warnings', '0'])
const format = () => run([bins.prettier, '.', '--check', '--cache', '--cache-location', '.cache/prettier'])
const base = baseOf(process.argv[2])
const { engines, leftOut } = innerLoop(changedSince(base))
const tests = () =>
  runJest('changed', ['--changedSince', base, '--passWithNoTests'], {
    TEST_ENGINES: engines.join(','),
    TESTS_LEFT_OUT: leftOut.join(','),
  })
await Promise.all([
  part('types', () => run([bins.tsc, '-b'])),
  part('lint and dependency rules', lint).then(() => part('format', format)),
])
await part('tests of what changed', tests)
process.stdout.write(
  `\nOn ${engines.join(', ')}. Left to npm test: journeys, and ${leftOut.length} large suites (scripts/process/inner-loop.mjs)\n`,
)
process.exitCode = close() ? 0 : 1
