/**
 * What lies in a built folder as a file of its own, loaded when it is needed: clients of databases, libraries that write PDF and
 * XLSX, the font of papers. A bundle names it by its file; the folder gets it when one of its bundles does.
 */
import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../../process/command.mjs'
import { leaveOut, OF_CLOUDBASE, OF_PDF, OF_POSTGRES } from './left-out.mjs'

/** @typedef {{ from: string, file: string, leftOut: readonly import('./left-out.mjs').Rule[] }} Library */

/** @type {readonly Library[]} */
export const LIBRARIES = [
  { from: '@cloudbase/node-sdk', file: 'sdk-cloudbase.js', leftOut: OF_CLOUDBASE },
  { from: 'pg', file: 'sdk-postgres.js', leftOut: OF_POSTGRES },
  { from: 'pdfkit', file: 'lib-pdf.js', leftOut: OF_PDF },
  { from: 'write-excel-file/node', file: 'lib-xlsx.js', leftOut: [] },
]
/** The libraries of papers and sheets alone. */
export const OF_PAPERS = LIBRARIES.filter(({ file }) => file.startsWith('lib-'))

export const FONT = '@expo-google-fonts/noto-sans-sc'
/** Read from disk, so never bundled; the licence goes wherever they go. */
export const FONTS = [
  { from: `${FONT}/400Regular/NotoSansSC_400Regular.ttf`, file: 'font-regular.ttf' },
  { from: `${FONT}/700Bold/NotoSansSC_700Bold.ttf`, file: 'font-bold.ttf' },
]
const LICENCE = { from: `${FONT}/LICENSE_FONT`, file: 'font-licence.txt' }

const { resolve } = createRequire(import.meta.url)
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** @param {readonly { from: string, file: string }[]} apart */
export const keepApart = (apart) => ({
  name: 'keep-apart',
  setup: ({ onResolve }) => {
    for (const { from, file } of apart)
      onResolve({ filter: new RegExp(`^${escaped(from)}$`) }, () => ({ path: `./${file}`, external: true }))
  },
})

/** @param {readonly Library[]} libraries @returns {Promise<{ file: string, text: string, metafile: import('esbuild').Metafile }[]>} */
export const bundleLibraries = (libraries, options) =>
  Promise.all(
    libraries.map(async ({ from, file, leftOut }) => {
      const {
        outputFiles: [output],
        metafile,
      } = await build({
        ...options,
        stdin: { contents: `module.exports = require('${from}')`, resolveDir: root },
        format: 'cjs',
        plugins: [leaveOut(leftOut)],
      })
      return { file, text: output.text, metafile }
    }),
  )

/** Which of them these bundles name. */
export const namedIn = (texts, apart) =>
  apart.filter(({ file }) => texts.some((text) => text.includes(`./${file}`)))

/** The fonts that these bundles name, with their licence. @returns {string[]} the files */
export const copyFonts = (texts, folder) => {
  const named = namedIn(texts, FONTS)
  const files = named.length > 0 ? [...named, LICENCE] : []
  for (const { from, file } of files) copyFileSync(resolve(from), path.join(folder, file))
  return files.map(({ file }) => file)
}
