/** Chinese glyphs for a machine without fonts: where fontconfig finds the npm package's font. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../process/command.mjs'

const WEIGHTS = ['400Regular', '700Bold']
const folderOf = (weight) => path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc', weight)

const configOf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${WEIGHTS.map((weight) => `  <dir>${folderOf(weight)}</dir>`).join('\n')}
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="weak"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`

/** @returns {Promise<Record<string, string>>} the environment that makes a browser find them */
export const prepareGlyphs = async () => {
  const folder = path.join(root, '.cache', 'fonts')
  mkdirSync(folder, { recursive: true })
  const config = path.join(folder, 'fonts.conf')
  writeFileSync(config, configOf(folder))
  return { FONTCONFIG_FILE: config, FONTCONFIG_PATH: folder }
}
