/**
 * Bundles the stand-alone verifier of draws into dist/verifier (or the folder given): one file that Node runs as it is, and the
 * package.json that lets `npx <folder>` run it.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../process/command.mjs'

const outDir = path.resolve(root, process.argv[2] ?? 'dist/verifier')
const outfile = path.join(outDir, 'verify-draw.mjs')
const { version, license, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

mkdirSync(outDir, { recursive: true })
await build({
  entryPoints: [path.join(root, 'scripts/verify-draw/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // To be read by whoever doubts it: not minified, licences of what is inside kept.
  legalComments: 'inline',
  charset: 'utf8',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
})
chmodSync(outfile, 0o755)
const described = {
  name: 'verify-draw',
  version,
  description: 'Recomputes a published draw of the invoice lottery from its files alone',
  license,
  type: 'module',
  bin: { 'verify-draw': 'verify-draw.mjs' },
  engines,
}
writeFileSync(path.join(outDir, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
