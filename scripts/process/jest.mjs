/** Runs Jest and counts its tests; a suite that cannot run counts as a failure. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bins, root, run } from './command.mjs'
import { temporary } from './temporary.mjs'

export const reports = path.join(root, '.cache', 'reports')

/** A fresh place for a report: an old one must not be taken for this run's. */
export const reportOf = (name) => {
  mkdirSync(reports, { recursive: true })
  const file = path.join(reports, name)
  rmSync(file, { force: true })
  return file
}

const REPORT_ON_STDOUT = '{"numFailedTestSuites"'

/** @param {string} name of the report @param {string[]} words for Jest @param {Record<string, string>} [environment] */
export const runJest = async (name, words, environment = {}) => {
  const file = reportOf(`jest-${name}.json`)
  const { ok, output } = await run([bins.jest, ...words, '--json', `--outputFile=${file}`, '--silent'], {
    env: { NODE_ENV: 'test', ...temporary(), ...environment },
  })
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const at = output.indexOf(REPORT_ON_STDOUT)
  return {
    ok: ok && failed === 0,
    passed: report.numPassedTests,
    failed,
    output: at < 0 ? output : output.slice(0, at),
  }
}
