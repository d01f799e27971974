/** What `npm run check` leaves to `npm test`, so that the inner loop stays under a minute whatever was changed. */
import { execFileSync } from 'node:child_process'
import { root } from './command.mjs'

/** Suites and folders that start processes, kill them, or go through thousands of histories. One that was itself changed runs. */
const LARGE = [
  'test/deploy/fourteen.test.ts',
  'test/deploy/offline.test.ts',
  'test/deploy/package.test.ts',
  'test/functions/appointments/crash/',
  'test/functions/appointments/engines.test.ts',
  'test/functions/appointments/interleaving.test.ts',
  'test/functions/appointments/sequences.test.ts',
  'test/functions/core/events/crash.test.ts',
  'test/functions/core/events/interleaving.test.ts',
  'test/functions/core/store/differential.test.ts',
  'test/functions/core/store/histories.test.ts',
  'test/functions/core/store/processes.test.ts',
  'test/functions/fuzz.test.ts',
  'test/functions/harness/',
  'test/platform/admin/engines.test.ts',
  'test/platform/bare-server.test.ts',
  'test/platform/data/',
  'test/platform/docs-page.test.ts',
  'test/platform/functions-on-cloudbase.test.ts',
  'test/platform/lifecycle.test.ts',
  'test/platform/private-cloud/',
  'test/platform/sizes.test.ts',
  'test/platform/store-engines.test.ts',
]
/** Beside SQLite, an engine is tested when something of its own was changed. */
const ENGINES = ['postgres', 'cloudbase']

/** Files that differ from `base`, or that git does not know yet. */
export const changedSince = (base) => {
  const lines = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  return [
    ...new Set([
      ...lines('diff', '--name-only', base),
      ...lines('ls-files', '--others', '--exclude-standard'),
    ]),
  ]
}

/** @param {string[]} changed @returns {{ engines: string[], leftOut: string[] }} */
export const innerLoop = (changed) => {
  const engines = ['sqlite', ...ENGINES.filter((engine) => changed.some((file) => file.includes(engine)))]
  const ofOthers = ENGINES.filter((engine) => !engines.includes(engine)).map(
    (engine) => `test/functions/core/store/${engine}/`,
  )
  return {
    engines,
    leftOut: [...LARGE, ...ofOthers].filter((suite) => !changed.some((file) => file.startsWith(suite))),
  }
}
