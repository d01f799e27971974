/** Chinese glyphs for a machine without fonts: the npm package's WOFF files turned into files that fontconfig reads. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../process/command.mjs'
import { toSfnt } from './woff.mjs'

const WEIGHTS = [400, 700]
const sourceOf = (weight) =>
  path.join(
    root,
    'node_modules/@fontsource/noto-sans-sc/files',
    `noto-sans-sc-chinese-simplified-${weight}-normal.woff`,
  )
const latinOf = (weight) =>
  path.join(root, 'node_modules/@fontsource/noto-sans-sc/files', `noto-sans-sc-latin-${weight}-normal.woff`)

const configOf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="weak"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`

/** @returns {Promise<Record<string, string>>} the environment that makes a browser find them */
export const prepareGlyphs = async () => {
  const folder = path.join(root, '.cache', 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const weight of WEIGHTS) {
    for (const [name, source] of [
      ['han', sourceOf(weight)],
      ['latin', latinOf(weight)],
    ]) {
      const file = path.join(folder, `${name}-${weight}.ttf`)
      if (!existsSync(file)) writeFileSync(file, toSfnt(readFileSync(source)))
    }
  }
  const config = path.join(folder, 'fonts.conf')
  writeFileSync(config, configOf(folder))
  return { FONTCONFIG_FILE: config, FONTCONFIG_PATH: folder }
}
