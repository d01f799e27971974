/** Bundles a tool that is given away into a folder: one file that Node runs as it is, and the package.json that lets `npx <folder>` run it. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../process/command.mjs'

/** @param {{ entry: string, name: string, description: string, outDir: string }} tool `entry` and `outDir` relative to the project */
export const buildSingleFile = async ({ entry, name, description, outDir }) => {
  const folder = path.resolve(root, outDir)
  const outfile = path.join(folder, `${name}.mjs`)
  const { version, license, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [path.join(root, entry)],
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
    name,
    version,
    description,
    license,
    type: 'module',
    bin: { [name]: `${name}.mjs` },
    engines,
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
}
