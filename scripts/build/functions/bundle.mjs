/**
 * One function as CommonJS files that load each other: esbuild splits ES modules only, so that each file it splits off is turned
 * into CommonJS afterwards. Code that two files share is in a file of its own, once: `instanceof` holds across files.
 */
import path from 'node:path'
import { build, transform } from 'esbuild'
import { root } from '../../process/command.mjs'
import { leaveOut, OF_CLOUDBASE, OF_FUNCTIONS, OF_POSTGRES } from './left-out.mjs'

/** Native: installed beside the function, never bundled. */
export const OUTSIDE = ['libsql']

/** Clients of databases, each in a file of its own that only its engine loads. */
export const SDKS = [
  { from: '@cloudbase/node-sdk', file: 'sdk-cloudbase.js', leftOut: OF_CLOUDBASE },
  { from: 'pg', file: 'sdk-postgres.js', leftOut: OF_POSTGRES },
]

const common = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  write: false,
  metafile: true,
  outdir: path.join(root, 'dist'),
}

const sdksApart = {
  name: 'sdks-apart',
  setup: ({ onResolve }) => {
    for (const { from, file } of SDKS)
      onResolve({ filter: new RegExp(`^${from}$`) }, () => ({ path: `./${file}`, external: true }))
  },
}

/** `functions/core/io/store/sqlite/index.ts` → `store-sqlite`, `functions/core/io/files/engines/s3.ts` → `files-s3`. */
const nameOf = (input) =>
  input
    .replace(/^functions\/(core\/io\/)?/, '')
    .replace(/(\/index)?\.ts$/, '')
    .split('/')
    .filter((part) => part !== 'engines')
    .join('-')

/** The modules that are loaded when asked for. */
const lazyIn = ({ inputs }) => {
  const lazy = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external),
  )
  return [...new Set(lazy.map((found) => found.path))].sort()
}

const split = (entryPoints) =>
  build({
    ...common,
    entryPoints,
    splitting: true,
    format: 'esm',
    chunkNames: 'shared-[hash]',
    external: OUTSIDE,
    plugins: [sdksApart, leaveOut(OF_FUNCTIONS)],
  })

/** `import()` becomes `require` too: Node's loader of ES modules takes 8 ms to wake. */
const asCommonJs = (text) =>
  transform(text, {
    format: 'cjs',
    minify: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    supported: { 'dynamic-import': false },
  })

/** @typedef {{ file: string, text: string, inputs: Record<string, number> }} Built `inputs`: bytes by module */

/** Our part of a function. @returns {Promise<Built[]>} */
export const bundleFunction = async (name) => {
  const index = { in: `functions/${name}/index.ts`, out: 'index' }
  const lazy = lazyIn((await split([index])).metafile)
  const { outputFiles, metafile } = await split([
    index,
    ...lazy.map((input) => ({ in: input, out: nameOf(input) })),
  ])
  return Promise.all(
    outputFiles.map(async (output) => {
      const { inputs } = metafile.outputs[path.relative(root, output.path)]
      return {
        file: path.basename(output.path),
        text: (await asCommonJs(output.text)).code,
        inputs: bytesOf(inputs),
      }
    }),
  )
}

/** The clients of databases. @returns {Promise<Built[]>} */
export const bundleSdks = () =>
  Promise.all(
    SDKS.map(async ({ from, file, leftOut }) => {
      const {
        outputFiles: [output],
        metafile,
      } = await build({
        ...common,
        stdin: { contents: `module.exports = require('${from}')`, resolveDir: root },
        format: 'cjs',
        plugins: [leaveOut(leftOut)],
      })
      const [{ inputs }] = Object.values(metafile.outputs)
      return { file, text: output.text, inputs: bytesOf(inputs) }
    }),
  )

const bytesOf = (inputs) =>
  Object.fromEntries(Object.entries(inputs).map(([input, { bytesInOutput }]) => [input, bytesInOutput]))
