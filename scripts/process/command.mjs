/** Runs one command of the tool chain and says how it went; output is kept and shown only when it matters. */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

/** The path of a package's command-line entry, run with this Node, so that no shell and no PATH is involved. */
export const bin = (file) => path.join(root, 'node_modules', file)
export const bins = {
  tsc: bin('typescript/bin/tsc'),
  eslint: bin('eslint/bin/eslint.js'),
  jest: bin('jest/bin/jest.js'),
  prettier: bin('prettier/bin/prettier.cjs'),
  taro: bin('@tarojs/cli/bin/taro'),
}

/**
 * @param {string[]} args what to run with Node
 * @param {{ env?: Record<string, string>, quiet?: boolean, command?: string }} [options] `quiet` keeps the output
 * @returns {Promise<{ ok: boolean, seconds: number, output: string }>}
 */
export const run = (args, { env = {}, quiet = true, command = process.execPath } = {}) =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    const end = (ok, extra = '') =>
      resolve({
        ok,
        seconds: (performance.now() - began) / 1000,
        output: Buffer.concat(chunks).toString('utf8') + extra,
      })
    child.on('error', (error) => end(false, String(error)))
    child.on('close', (code) => end(code === 0))
  })
