/** Set-up inside the scripts themselves: installs what is missing with Node alone (install scripts stay off). */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run } from './process/command.mjs'
import { hydratePostgres } from './process/hydrate-postgres.mjs'

const OLDEST_NODE = [20, 19]
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.shuibang-stamp')
const lockText = () => readFileSync(path.join(root, 'package-lock.json'), 'utf8')
const stampOf = (text) => createHash('sha256').update(text).digest('hex')

const refuseOldNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}`)
}

/** True when what npm noted in node_modules is what the lock asks for, whoever installed it. */
const installedMatchesLock = (text) => {
  const noted = path.join(modules, '.package-lock.json')
  if (!existsSync(noted)) return false
  const wanted = JSON.parse(text).packages
  const present = JSON.parse(readFileSync(noted, 'utf8')).packages
  const sameVersions = Object.entries(present).every(([at, { version }]) => wanted[at]?.version === version)
  return (
    sameVersions &&
    Object.entries(wanted).every(([at, { optional }]) => at === '' || optional === true || at in present)
  )
}

const npm = (args) => {
  const own = process.env.npm_execpath
  return own && /npm-cli\.js$/.test(own)
    ? run([own, ...args], { quiet: false })
    : run(args, { command: 'npm', quiet: false })
}

/** Installs the packages of the lock when they are missing or the lock has changed. */
const installPackages = async () => {
  const text = lockText()
  const stamp = stampOf(text)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return { installed: false }
  if (!installedMatchesLock(text)) {
    process.stdout.write('Installing packages from the registry (the first time takes a minute or two) …\n')
    const { ok } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    if (!ok) throw new Error('npm ci failed; its own message stands above')
  }
  writeFileSync(stampFile, stamp)
  return { installed: true }
}

/** Packages, and what their install scripts would have done. */
export const setUp = async () => {
  refuseOldNode()
  const done = await installPackages()
  hydratePostgres(modules)
  return done
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp()
  const { findChromium } = await import('./browser/find.mjs')
  process.stdout.write(`Packages are in place. Browser for tests: ${(await findChromium()).executablePath}\n`)
}
