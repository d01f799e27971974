/** WeChat's own wcc and wcsc over every template, script and sheet. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const require = createRequire(import.meta.url)
const TOOLS = [
  { tool: 'wcc', extensions: ['.wxml', '.wxs'] },
  { tool: 'wcsc', extensions: ['.wxss'] },
]
const platforms = { linux: ['linux', ''], darwin: ['mac', ''], win32: ['windows', '.exe'] }

/** The package's binaries come without leave to run: they are copied and given it. */
const prepare = (tool, into) => {
  const [folder, suffix] = platforms[process.platform] ?? ['linux', '']
  const source = path.join(
    path.dirname(require.resolve('miniprogram-compiler/package.json')),
    'bin',
    folder,
    tool + suffix,
  )
  if (!existsSync(source)) return undefined
  const target = path.join(into, tool + suffix)
  copyFileSync(source, target)
  chmodSync(target, 0o755)
  return target
}

/** @returns {string[]} what they refuse */
export const compilerProblems = ({ folder, files }) => {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'wcc-'))
  try {
    return TOOLS.flatMap(({ tool, extensions }) => {
      const program = prepare(tool, temporary)
      if (!program) return [`${tool}: no binary for ${process.platform}`]
      const sources = extensions.flatMap((extension) => files.filter((file) => file.endsWith(extension)))
      const result = spawnSync(program, ['-o', path.join(temporary, `${tool}.out`), ...sources], {
        cwd: folder,
        encoding: 'utf8',
      })
      return result.status === 0
        ? []
        : [`${tool} ends with ${result.status ?? result.error}: ${result.stderr || result.stdout}`]
    })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
