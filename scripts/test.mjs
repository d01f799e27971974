/** `npm test`: installs what is missing, then everything that must pass, with the seconds of each part. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bins, run } from './process/command.mjs'
import { reportOf, runJest } from './process/jest.mjs'
import { openLedger } from './process/ledger.mjs'
import { temporary } from './process/temporary.mjs'
import { setUp } from './setup.mjs'

const counted = (text, word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
/** Journeys wait, for a minute's timer or for what must not come, more than they reckon: one more than there are cores. */
const JOURNEYS_AT_ONCE = 3
/** Those that take longest begin, so that none is left alone at the end. */
const LONGEST = ['accessibility-weapp', 'accessibility-web', 'workbench', 'refunds', 'policies', 'session']
const placeOf = (file) => {
  const at = LONGEST.indexOf(path.basename(file, '.test.mjs'))
  return at < 0 ? LONGEST.length : at
}

const journeys = async () => {
  const file = reportOf('e2e.tap')
  const { filesUnder } = await import('./build/stamp.mjs')
  const tests = filesUnder('test/e2e')
    .filter((name) => name.endsWith('.test.mjs'))
    .sort((a, b) => placeOf(a) - placeOf(b))
  const inMemory = temporary()
  // What they all begin with is made once, in this folder.
  const folder = mkdtempSync(path.join(inMemory.TMPDIR ?? os.tmpdir(), 'shuibang-journeys-'))
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
  ]
  const { ok, output } = await run(
    ['--test', `--test-concurrency=${JOURNEYS_AT_ONCE}`, ...reporters, ...tests],
    { env: { ...inMemory, JOURNEYS: folder } },
  )
  rmSync(folder, { recursive: true, force: true })
  const text = readFileSync(file, 'utf8')
  return {
    ok,
    passed: counted(text, 'pass'),
    failed: counted(text, 'fail') + counted(text, 'cancelled'),
    output,
  }
}

const jest = (project) => () => runJest(project, ['--selectProjects', project])
const { part, close } = openLedger()
const node =
  (...args) =>
  () =>
    run(args)
if (
  await part('set-up', async () => {
    await setUp()
    return { ok: true }
  })
) {
  const { build } = await import('./build.mjs')
  const built = (name) => part(`build ${name}`, () => build(name))
  // The types' lane keeps one core; the tests begin when what they read is built, and take what it leaves.
  await Promise.all([
    part('types', node(bins.tsc, '-b'))
      .then(() => part('lint', node(bins.eslint, '.', '--max-warnings', '0')))
      .then(() => part('format', node(bins.prettier, '.', '--check'))),
    built('functions')
      .then(() => built('server'))
      .then(() => built('weapp'))
      .then(() => built('h5'))
      .then(() => part('tests of functions', jest('node'))),
  ])
  await part('tests of screens', jest('web'))
  await part('WeChat gate and budgets', node('scripts/check-output.mjs'))
  await part('journeys in a browser', journeys)
}
process.exitCode = close() ? 0 : 1
