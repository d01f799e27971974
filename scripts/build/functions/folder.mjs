/** Writes one function's folder: its bundles, the libraries and fonts that they name, and its package.json. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../process/command.mjs'
import { copyFonts, namedIn } from './apart.mjs'
import { bundleFunction, OUTSIDE } from './bundle.mjs'

const packageFile = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

const describe = (name) => ({
  name: `shuibang-${name}`,
  version: packageFile.version,
  private: true,
  main: 'index.js',
  engines: packageFile.engines,
  dependencies: Object.fromEntries(OUTSIDE.map((outside) => [outside, packageFile.dependencies[outside]])),
})

/** Nothing that an earlier build made may stay deployable. */
export const removeOthers = (folder, kept) => {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (!kept.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true })
}

/**
 * @param {{ name: string, entry?: string, folder: string, libraries: readonly import('./bundle.mjs').Built[] }} what
 * @returns {Promise<import('./bundle.mjs').Built[]>} its bundles and libraries
 */
export const writeFunction = async ({ name, entry, folder, libraries }) => {
  const own = await bundleFunction(name, entry)
  const texts = own.map(({ text }) => text)
  const files = [...own, ...namedIn(texts, libraries)]
  mkdirSync(folder, { recursive: true })
  for (const { file, text } of files) writeFileSync(path.join(folder, file), text)
  const fonts = copyFonts(texts, folder)
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(describe(name), null, 2)}\n`)
  removeOthers(folder, [...files.map(({ file }) => file), ...fonts, 'package.json'])
  return files
}
