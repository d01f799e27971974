/** Builds what is out of date: `node scripts/build.mjs [weapp|h5|functions|server|verifier|notary|private-cloud …]`; all of it without a name. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './build/alone.mjs'
import { hashOf, isFresh, markFresh, stampDir } from './build/stamp.mjs'
import { targets } from './build/targets.mjs'
import { run } from './process/command.mjs'

const make = async (target, force) => {
  if (!force && isFresh(target)) return { ok: true, output: '', built: false }
  const hash = hashOf(target)
  const { ok, output } = await run(target.args, { env: target.env })
  if (ok) markFresh(target, hash)
  return { ok, output, built: true }
}

/** @returns {Promise<{ ok: boolean, output: string, built: boolean }>} */
export const build = (name, { force = false } = {}) => {
  const target = targets[name]
  if (!target) throw new Error(`no build is called ${name}; there are ${Object.keys(targets).join(', ')}`)
  return alone(path.join(stampDir, `${name}.lock`), () => make(target, force))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  for (const name of names.length > 0 ? names : Object.keys(targets)) {
    const { ok, output, built } = await build(name, { force: process.argv.includes('--force') })
    process.stdout.write(`${name}: ${ok ? (built ? 'built' : 'up to date') : 'failed'}\n`)
    if (ok) continue
    process.stdout.write(output)
    process.exitCode = 1
  }
}
