/** Sizes of packages and of the web's first page, against their budgets. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes; WeChat's own limit is 2 MB a package. */
export const BUDGETS = { main: 600_000, subPackage: 300_000, webFirstPage: 160_000 }
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** @typedef {{ name: string, bytes: number, budget: number }} Size */

/** @returns {Size[]} */
export const packageSizes = ({ files, subPackages, packageOf, bytes }) => [
  {
    name: 'WeChat main package',
    bytes: bytes(files.filter((file) => !packageOf(file))),
    budget: BUDGETS.main,
  },
  ...subPackages.map((sub) => ({
    name: `WeChat ${sub.root}`,
    bytes: bytes(files.filter((file) => file.startsWith(sub.root))),
    budget: BUDGETS.subPackage,
  })),
]

/** The files that index.html names; the chunks of the first route are measured in a browser by the journeys. */
export const webFirstPage = (folder) => {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="(\/?[^"]+\.(?:js|css))"/g)]
    .map(([, file]) => path.join(folder, file))
    .filter((file) => existsSync(file))
  const bytes =
    gzipSync(html).length + named.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  return { name: 'web, named by index.html, gzip', bytes, budget: BUDGETS.webFirstPage }
}

export const sizeProblems = (sizes) =>
  sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) => `${name}: ${kilobytes(bytes)} is over its budget of ${kilobytes(budget)}`,
    )
export const sizeTable = (sizes) =>
  sizes
    .map(
      ({ name, bytes, budget }) =>
        `${name.padEnd(36)} ${kilobytes(bytes).padStart(10)} of ${kilobytes(budget)}`,
    )
    .join('\n')
