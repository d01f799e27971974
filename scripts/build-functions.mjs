/**
 * Bundles each function into dist/functions/<name>/ (or the folder given): one CommonJS file for Node 20, and a package.json
 * that names what stays outside.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from './process/command.mjs'

/** Native: installed beside the function, never bundled. */
const OUTSIDE = ['libsql']

const functionsDir = path.join(root, 'functions')
const outDir = path.resolve(root, process.argv[2] ?? 'dist/functions')
const packageFile = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

const names = readdirSync(functionsDir).filter((name) => name !== 'core' && existsSync(path.join(functionsDir, name, 'index.ts')))

const describe = (name) => ({
  name: `shuibang-${name}`,
  version: packageFile.version,
  private: true,
  main: 'index.js',
  engines: packageFile.engines,
  dependencies: Object.fromEntries(OUTSIDE.map((outside) => [outside, packageFile.dependencies[outside]])),
})

const bundle = async (name) => {
  const folder = path.join(outDir, name)
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [path.join(functionsDir, name, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true, minify: true, keepNames: true, platform: 'node', format: 'cjs', target: 'node20', legalComments: 'none', logLevel: 'warning',
    external: OUTSIDE,
  })
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(describe(name), null, 2)}\n`)
}

// A function that no longer exists must not stay deployable.
const stale = existsSync(outDir) ? readdirSync(outDir).filter((name) => !names.includes(name)) : []
for (const name of stale) rmSync(path.join(outDir, name), { recursive: true, force: true })
await Promise.all(names.map(bundle))
process.stdout.write(`functions: ${names.join(', ')}\n`)
