/**
 * One function as CommonJS files that load each other: esbuild splits ES modules only, so that each file it splits off is turned
 * into CommonJS afterwards. Code that two files share is in a file of its own, once: `instanceof` holds across files.
 */
import path from 'node:path'
import { build, transform } from 'esbuild'
import { root } from '../../process/command.mjs'
import { bundleLibraries, FONTS, keepApart, LIBRARIES } from './apart.mjs'
import { leaveOut, OF_FUNCTIONS } from './left-out.mjs'

/** Native: installed beside the function, never bundled. */
export const OUTSIDE = ['libsql']
/** Native as well, and done without where it is not installed: a cloud that ships no binaries hashes in JavaScript. */
const WHERE_INSTALLED = ['@chainsafe/hashtree']

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

/**
 * `functions/core/io/store/sqlite/index.ts` → `store-sqlite`, `functions/core/io/files/engines/s3.ts` → `files-s3`,
 * `node_modules/unpdf/dist/pdfjs.mjs` → `lib-unpdf-dist-pdfjs`.
 */
const nameOf = (input) =>
  input
    .replace(/^functions\/(core\/io\/)?/, '')
    .replace(/^node_modules\//, 'lib/')
    .replace(/(\/index)?\.(ts|m?js)$/, '')
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
    external: [...OUTSIDE, ...WHERE_INSTALLED],
    plugins: [keepApart([...LIBRARIES, ...FONTS]), leaveOut(OF_FUNCTIONS)],
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

/** Our part of a function. @param {string} [entry] @returns {Promise<Built[]>} */
export const bundleFunction = async (name, entry = `functions/${name}/index.ts`) => {
  const index = { in: entry, out: 'index' }
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

/** What lies beside our part: each library in a file of its own. @returns {Promise<Built[]>} */
export const bundleBeside = async () =>
  (await bundleLibraries(LIBRARIES, common)).map(({ file, text, metafile }) => {
    const [{ inputs }] = Object.values(metafile.outputs)
    return { file, text, inputs: bytesOf(inputs) }
  })

const bytesOf = (inputs) =>
  Object.fromEntries(Object.entries(inputs).map(([input, { bytesInOutput }]) => [input, bytesInOutput]))
