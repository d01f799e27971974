/**
 * Builds each function of functions/ into a folder that is deployed as it is: `node scripts/build-functions.mjs [folder] [sizes file]`.
 *
 *     dist/functions/<name>/
 *       index.js             `main` (CloudBase) and `handler` (Lambda); nothing is opened before the first call
 *       store-<engine>.js    loaded when STORE names that engine: sqlite, postgres, cloudbase
 *       files-<engine>.js    loaded when FILES names that engine
 *       sdk-<engine>.js      that database's client library; loaded by its engine alone
 *       shared-<hash>.js     code that several of these files use
 *       package.json         `main`, the Node it wants, and what is native and not bundled (libsql, for STORE=sqlite only)
 *
 * CommonJS for Node 20 and newer; with STORE=postgres or cloudbase nothing has to be installed beside it. Schedules are not in the
 * folder: they are `functions/<name>/timers.ts`. The sizes file, when asked for, tells bytes by file and module.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundleFunction, bundleSdks, OUTSIDE } from './build/functions/bundle.mjs'
import { root } from './process/command.mjs'

const functionsDir = path.join(root, 'functions')
const outDir = path.resolve(root, process.argv[2] ?? 'dist/functions')
const packageFile = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

const names = readdirSync(functionsDir).filter(
  (name) => name !== 'core' && existsSync(path.join(functionsDir, name, 'index.ts')),
)

const describe = (name) => ({
  name: `shuibang-${name}`,
  version: packageFile.version,
  private: true,
  main: 'index.js',
  engines: packageFile.engines,
  dependencies: Object.fromEntries(OUTSIDE.map((outside) => [outside, packageFile.dependencies[outside]])),
})

/** Nothing that an earlier build made may stay deployable. */
const removeOthers = (folder, kept) => {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (!kept.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true })
}

const sdks = await bundleSdks()
const bundle = async (name) => {
  const folder = path.join(outDir, name)
  const own = await bundleFunction(name)
  const files = [...own, ...sdks.filter(({ file }) => own.some(({ text }) => text.includes(`./${file}`)))]
  mkdirSync(folder, { recursive: true })
  for (const { file, text } of files) writeFileSync(path.join(folder, file), text)
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(describe(name), null, 2)}\n`)
  removeOthers(folder, [...files.map(({ file }) => file), 'package.json'])
  return {
    name,
    files: files.map(({ file, text, inputs }) => ({ file, bytes: Buffer.byteLength(text), inputs })),
  }
}

removeOthers(outDir, names)
const sizes = await Promise.all(names.map(bundle))
if (process.argv[3]) writeFileSync(path.resolve(root, process.argv[3]), JSON.stringify(sizes))
process.stdout.write(`functions: ${names.join(', ')}\n`)
