/**
 * Builds each function of functions/ into a folder that is deployed as it is: `node scripts/build-functions.mjs [folder] [sizes file]`.
 *
 *     dist/functions/<name>/
 *       index.js             `main` (CloudBase) and `handler` (Lambda); nothing is opened before the first call
 *       store-<engine>.js    loaded when STORE names that engine: sqlite, postgres, cloudbase
 *       files-<engine>.js    loaded when FILES names that engine
 *       sdk-<engine>.js      that database's client library; loaded by its engine alone
 *       papers-render.js     loaded with the first paper, with lib-pdf.js and font-*.ttf; sheets-write.js likewise with lib-xlsx.js
 *       shared-<hash>.js     code that several of these files use
 *       package.json         `main`, the Node it wants, and what is native and not bundled (libsql, for STORE=sqlite only)
 *
 * CommonJS for Node 20 and newer; with STORE=postgres or cloudbase nothing has to be installed beside it. Schedules are not in the
 * folder: they are `functions/<name>/timers.ts`. The sizes file, when asked for, tells bytes by file and module.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundleBeside } from './build/functions/bundle.mjs'
import { removeOthers, writeFunction } from './build/functions/folder.mjs'
import { root } from './process/command.mjs'

const functionsDir = path.join(root, 'functions')
const outDir = path.resolve(root, process.argv[2] ?? 'dist/functions')

const names = readdirSync(functionsDir).filter(
  (name) => name !== 'core' && existsSync(path.join(functionsDir, name, 'index.ts')),
)

const libraries = await bundleBeside()
const bundle = async (name) => {
  const files = await writeFunction({ name, folder: path.join(outDir, name), libraries })
  return {
    name,
    files: files.map(({ file, text, inputs }) => ({ file, bytes: Buffer.byteLength(text), inputs })),
  }
}

removeOthers(outDir, names)
const sizes = await Promise.all(names.map(bundle))
if (process.argv[3]) writeFileSync(path.resolve(root, process.argv[3]), JSON.stringify(sizes))
process.stdout.write(`functions: ${names.join(', ')}\n`)
