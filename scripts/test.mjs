/** `npm test`: installs what is missing, then everything that must pass, with the seconds of each part. */
import { readFileSync } from 'node:fs'
import { bins, run } from './process/command.mjs'
import { reportOf, runJest } from './process/jest.mjs'
import { openLedger } from './process/ledger.mjs'
import { temporary } from './process/temporary.mjs'
import { setUp } from './setup.mjs'

const counted = (text, word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
const journeys = async () => {
  const file = reportOf('e2e.tap')
  const { filesUnder } = await import('./build/stamp.mjs')
  const tests = filesUnder('test/e2e').filter((name) => name.endsWith('.test.mjs'))
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
  ]
  const { ok, output } = await run(['--test', '--test-concurrency=2', ...reporters, ...tests])
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
  await Promise.all([
    part('types', node(bins.tsc, '-b'))
      .then(() => part('lint', node(bins.eslint, '.', '--max-warnings', '0')))
      .then(() => part('format', node(bins.prettier, '.', '--check'))),
    built('functions')
      .then(() => built('server'))
      .then(() => built('weapp'))
      .then(() => built('h5')),
  ])
  await part('tests of functions', jest('node'))
  await part('tests of screens', jest('web'))
  await part('WeChat gate and budgets', node('scripts/check-output.mjs'))
  await part('journeys in a browser', journeys)
}
process.exitCode = close() ? 0 : 1
