/** The built mini-program as a list of files and packages. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )

/** @param {string} folder */
export const readOutput = (folder) => {
  const files = filesIn(folder).map((file) => path.relative(folder, file).split(path.sep).join('/'))
  const text = (file) => readFileSync(path.join(folder, file), 'utf8')
  const json = (file) => JSON.parse(text(file))
  const app = json('app.json')
  const subPackages = (app.subPackages ?? []).map((sub) => ({
    ...sub,
    root: `${sub.root.replace(/\/$/, '')}/`,
  }))
  return {
    folder,
    files,
    text,
    json,
    app,
    subPackages,
    has: (file) => files.includes(file),
    bytes: (list) => list.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0),
    packageOf: (file) => subPackages.find((sub) => file.startsWith(sub.root)),
    pages: [...app.pages, ...subPackages.flatMap((sub) => sub.pages.map((page) => sub.root + page))],
  }
}
